"use client";

import Link from "next/link";
import { formatExactTime } from "@/components/ui/format/relative-time";
import { RelativeTime } from "@/components/ui/relative-time";
import type { InterruptPayload } from "@/workflows/events/event";

interface WaitingForProps {
  payload: InterruptPayload;
  /** When the pause came; a wait for a length of time counts from here. */
  since?: string | number | undefined;
}

/** What a run waits for where it is no person: until when, or for which run. */
export function WaitingFor({ payload, since }: WaitingForProps) {
  if (payload.kind === "child") {
    return (
      <p>
        {payload.message}{" "}
        {payload.childRunId ? (
          <Link href={`/runs/${payload.childRunId}`} className="underline underline-offset-2">
            Open its run
          </Link>
        ) : null}
      </p>
    );
  }
  const at = wakeTime(payload, since);
  if (at === undefined) return <p>{payload.message}</p>;
  return (
    <p>
      Waits until <time dateTime={new Date(at).toISOString()}>{formatExactTime(new Date(at))}</time> (
      <RelativeTime time={at} />)
    </p>
  );
}

/** When the clock answers a pause, milliseconds since the epoch. */
export function wakeTime(
  { wakeAt, wakeAfterMs }: InterruptPayload,
  since: string | number | undefined,
): number | undefined {
  if (wakeAt !== undefined) return wakeAt;
  if (wakeAfterMs === undefined || since === undefined) return undefined;
  return new Date(since).getTime() + wakeAfterMs;
}
