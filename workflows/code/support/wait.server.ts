import { setTimeout } from "node:timers/promises";
import { interrupt } from "@langchain/langgraph";
import { interruptPayloadSchema } from "@/workflows/events/interrupt";
import { waitPause } from "@/workflows/nodes/wait/pause";
import { readTime } from "@/workflows/nodes/wait/read-time";

/** Pauses the run for a length of time. Never put it into try/catch: it works by throwing. */
export function waitFor(milliseconds: number, skippable: boolean): void {
  interrupt(waitPause({ wakeAfterMs: milliseconds }, skippable));
}

/** The longest that a timer of Node takes at once. */
const longestSleep = 2_147_483_647;

/** Sleeps until the time of a wait has come; false at once for a pause that a person is to answer. */
export async function sleepOut(pause: unknown): Promise<boolean> {
  const { data } = interruptPayloadSchema.safeParse(pause);
  if (data?.kind !== "timer") return false;
  const until = data.wakeAt ?? Date.now() + (data.wakeAfterMs ?? 0);
  for (let left = until - Date.now(); left > 0; left = until - Date.now()) {
    await setTimeout(Math.min(left, longestSleep));
  }
  return true;
}

/** Pauses the run until a time: an ISO date, or seconds or milliseconds since 1970. @throws AppError */
export function waitUntil(time: unknown, skippable: boolean): void {
  interrupt(waitPause({ wakeAt: readTime(time, Date.now()) }, skippable));
}
