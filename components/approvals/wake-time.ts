import type { InterruptPayload } from "@/workflows/events/event";

/**
 * When the clock answers a pause, milliseconds since the epoch.
 * @param since when the pause came; a wait for a length of time counts from there
 */
export function wakeTime(
  { wakeAt, wakeAfterMs }: Pick<InterruptPayload, "wakeAt" | "wakeAfterMs">,
  since: string | number | undefined,
): number | undefined {
  if (wakeAt !== undefined) return wakeAt;
  if (wakeAfterMs === undefined || since === undefined) return undefined;
  return new Date(since).getTime() + wakeAfterMs;
}
