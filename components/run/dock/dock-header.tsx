"use client";

import { ExternalLink, Square, X } from "lucide-react";
import Link from "next/link";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { useBuild } from "@/components/editor/build-context";
import { useNarrow } from "@/components/editor/panels/use-narrow";
import { partWords } from "@/components/runs/run-part";
import { runStanding, standingOf } from "@/components/runs/run-standing";
import { useClock } from "@/components/trace/waterfall/use-clock";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatCount, plural } from "@/components/ui/format/count";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { cancelRun } from "@/lib/api/contract/runs";
import { terminalStatuses } from "@/workflows/events/run-status";
import type { RunView } from "@/workflows/events/run-view";
import { nodeTitle } from "@/workflows/nodes/node-title";
import { EstimateButton } from "../estimate/estimate-button";
import { useRun } from "../store/run-context";
import { ChangedSinceRun } from "./changed-since-run";
import { DockTabs } from "./dock-tabs";
import { RunMenu } from "./run-menu";

/** Which run is shown, how it is doing, what it took so far, and how to stop it. */
export function DockHeader() {
  const { runId, setDockOpen } = useBuild();
  const narrow = useNarrow();
  const view = useRun((state) => state?.view ?? null);
  const run = useRun((state) => state?.run ?? null);
  const standing = view && runStanding(standingOf(view, run));
  const part = useRun((state) => partWords(state?.run?.test, (id) => nodeTitle(state?.document ?? null, id)));
  const lost = useRun((state) => state?.status === "lost");
  return (
    <header className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1">
      <DockTabs />
      <RunMenu />
      {standing ? (
        <Badge role="status" tone={standing.tone}>
          {standing.label}
        </Badge>
      ) : null}
      {part ? <Badge>{part}</Badge> : null}
      <ChangedSinceRun />
      {lost ? <span className="text-muted-foreground text-xs">Connecting again…</span> : null}
      {view ? <Totals view={view} /> : null}
      <span className="ml-auto flex flex-wrap items-center gap-1">
        <EstimateButton />
        {runId && view && !terminalStatuses.has(view.status) ? <StopButton runId={runId} /> : null}
        {runId ? (
          <Button size="sm" variant="ghost" asChild>
            <Link href={`/runs/${runId}`}>
              <ExternalLink aria-hidden />
              Trace
            </Link>
          </Button>
        ) : null}
        {narrow ? null : (
          <IconButton icon={X} label="Close the run panel" onClick={() => setDockOpen(false)} />
        )}
      </span>
    </header>
  );
}

function Totals({ view }: { view: RunView }) {
  const going = view.startedAt !== undefined && view.endedAt === undefined && view.status === "running";
  const now = useClock(going);
  const last = view.endedAt ?? (going ? now : (view.checkpoints.at(-1)?.ts ?? view.startedAt));
  const tokens = view.tokens.input + view.tokens.output;
  const { micros, unknownCalls } = view.cost;
  return (
    <p className="flex gap-3 whitespace-nowrap text-muted-foreground text-xs tabular-nums">
      <span>{plural(view.checkpoints.length, "step")}</span>
      {view.startedAt !== undefined && last !== undefined ? (
        <span>{formatDuration(last - view.startedAt)}</span>
      ) : null}
      {tokens > 0 ? <span>{`${formatCount(tokens)} tokens`}</span> : null}
      {tokens > 0 ? (
        <span title={unknownCalls > 0 ? `${plural(unknownCalls, "call")} without a known price` : undefined}>
          {unknownCalls > 0 && micros === 0
            ? "cost unknown"
            : `${formatMoney(micros)}${unknownCalls > 0 ? " + unknown" : ""}`}
        </span>
      ) : null}
    </p>
  );
}

function StopButton({ runId }: { runId: string }) {
  const { can } = useMe();
  const stop = useCall(cancelRun, {
    onError: (error) => toast.failed("The run could not be stopped", error),
  });
  if (!can("run.cancel")) return null;
  return (
    <Button size="sm" busy={stop.isPending} onClick={() => stop.mutate({ params: { id: runId } })}>
      <Square aria-hidden />
      Stop
    </Button>
  );
}
