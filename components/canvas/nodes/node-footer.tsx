"use client";

import { useClock } from "@/components/trace/waterfall/use-clock";
import { formatCount } from "@/components/ui/format/count";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import type { NodeView } from "@/workflows/events/run-view";

/** What the shown run spent at this node. Its place is kept from the first event on, so nothing jumps. */
export function NodeFooter({ run, cap }: { run: NodeView; cap?: number | undefined }) {
  const now = useClock(run.startedAt !== undefined);
  const ms = run.ms + (run.startedAt === undefined ? 0 : Math.max(0, now - run.startedAt));
  return (
    <footer className="flex h-7 items-center gap-2 whitespace-nowrap border-t px-3 text-2xs text-muted-foreground tabular-nums">
      <span>{formatDuration(ms)}</span>
      {run.tokens > 0 ? <span>{formatCount(run.tokens)} tok</span> : null}
      <span className="ml-auto flex gap-2">
        {run.visits > 1 ? (
          <span>{cap ? `visit ${run.visits} of ${cap}` : `${run.visits} visits`}</span>
        ) : null}
        {run.tokens > 0 ? <Cost run={run} /> : null}
      </span>
    </footer>
  );
}

function Cost({ run }: { run: NodeView }) {
  if (run.cost.unknownCalls > 0 && run.cost.micros === 0)
    return <span title="No price is known">cost unknown</span>;
  return <span>{`${formatMoney(run.cost.micros)}${run.cost.unknownCalls > 0 ? " +" : ""}`}</span>;
}
