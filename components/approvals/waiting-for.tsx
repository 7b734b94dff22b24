"use client";

import Link from "next/link";
import { formatExactTime } from "@/components/ui/format/relative-time";
import { RelativeTime } from "@/components/ui/relative-time";
import type { InterruptPayload } from "@/workflows/events/event";
import { wakeTime } from "./wake-time";

interface WaitingForProps {
  payload: InterruptPayload;
  /** When the pause came; a wait for a length of time counts from here. */
  since?: string | number | undefined;
  /** It waits no more. */
  isOver?: boolean;
  linksRun?: boolean;
}

/** What a run waits for where it is no person: until when, for which run, or for which event. */
export function WaitingFor({ payload, since, isOver = false, linksRun = true }: WaitingForProps) {
  if (payload.kind === "child") {
    return (
      <p>
        {payload.message}{" "}
        {payload.childRunId && linksRun ? (
          <Link href={`/runs/${payload.childRunId}`} className="underline underline-offset-2">
            Open its run
          </Link>
        ) : null}
      </p>
    );
  }
  const at = wakeTime(payload, since);
  if (payload.kind === "event") return <WaitingForEvent payload={payload} at={at} isOver={isOver} />;
  if (at === undefined) return <p>{payload.message}</p>;
  return (
    <p>
      {isOver ? "Was to wait until " : "Waits until "}
      <time dateTime={new Date(at).toISOString()}>{formatExactTime(new Date(at))}</time>
      {isOver ? null : (
        <>
          {" "}
          (<RelativeTime time={at} />)
        </>
      )}
    </p>
  );
}

interface WaitingForEventProps extends Pick<WaitingForProps, "payload" | "isOver"> {
  /** When it is too late. */
  at: number | undefined;
}

function WaitingForEvent({ payload, at, isOver }: WaitingForEventProps) {
  return (
    <p>
      {isOver ? "Waited for the event " : "Waits for the event "}
      <code className="break-all font-mono text-sm">{payload.event?.key}</code>
      {at !== undefined && !isOver ? (
        <>
          {", at most until "}
          <time dateTime={new Date(at).toISOString()}>{formatExactTime(new Date(at))}</time>
        </>
      ) : null}
    </p>
  );
}
