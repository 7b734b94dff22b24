"use client";

import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import type { Source } from "./items";

/** When a source answered last, and what went wrong since. */
export function SourceHealth({ source: { lastContactAt, lastError } }: { source: Source }) {
  if (!lastContactAt && !lastError) return null;
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-xs">
      <Status tone={lastError ? "failed" : "done"} label={lastError ? "Failing" : "Answers"} />
      {lastError ? <span className="min-w-0 break-words text-failed-ink">{lastError}</span> : null}
      {lastContactAt ? (
        <span className="text-muted-foreground">
          {lastError ? "answered last " : ""}
          <RelativeTime time={lastContactAt} />
        </span>
      ) : null}
    </span>
  );
}
