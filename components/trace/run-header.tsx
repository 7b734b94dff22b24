"use client";

import { Square } from "lucide-react";
import Link from "next/link";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { graphName, knownCost, sourceWords } from "@/components/runs/run-facts";
import { partWords } from "@/components/runs/run-part";
import { runStanding, standingOf } from "@/components/runs/run-standing";
import { RunStandingBadge } from "@/components/runs/run-status-badge";
import { shortRunId } from "@/components/runs/short-run-id";
import { AddToTests } from "@/components/tests/add-to-tests";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Duration } from "@/components/ui/duration";
import { formatExactTime } from "@/components/ui/format/relative-time";
import { Money } from "@/components/ui/money";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import { cancelRun, type RunSummary } from "@/lib/api/contract/runs";
import { calledUsage } from "@/workflows/events/called-usage";
import { terminalStatuses } from "@/workflows/events/run-status";
import type { RunView } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeTitle } from "@/workflows/nodes/node-title";
import { CompareMenu } from "./compare/compare-menu";
import { RunCopyMenu } from "./copy/run-copy-menu";
import { type Fact, Facts } from "./detail/facts";
import { originFact } from "./origin-fact";
import { ReplayMenu } from "./replay/replay-menu";
import { whyNotReplay } from "./replay/why-not-replay";
import { useClock } from "./waterfall/use-clock";

interface RunHeaderProps {
  run: RunSummary;
  view: RunView;
  /** The graph as it ran. */
  document: GraphDocument;
}

/** Which run this is, how it is doing and what it has cost so far. */
export function RunHeader({ run, view, document }: RunHeaderProps) {
  const part = partWords(run.test, (id) => nodeTitle(document, id));
  const leftPins = run.test?.pins === false && Object.keys(document.pins).length > 0;
  const { can } = useMe();
  const open = !terminalStatuses.has(view.status);
  const stop = useCall(cancelRun, {
    onError: (error) => toast.failed("The run could not be stopped", error),
  });
  return (
    <header className="grid gap-3 border-b px-4 py-3">
      <PageHeader
        title={
          <>
            <Link href={`/agents/${run.agentId}`} className="hover:underline">
              {run.agentName}
            </Link>
            <span className="font-normal text-muted-foreground"> · run {shortRunId(run.id)}</span>
          </>
        }
        badges={
          <>
            <RunStandingBadge run={standingOf(view, run)} />
            <Badge>{graphName(run)}</Badge>
            <Badge>{sourceWords[run.source]}</Badge>
            {part ? <Badge>{part}</Badge> : null}
            {leftPins ? <Badge>without pins</Badge> : null}
          </>
        }
        actions={
          <>
            <CompareMenu run={run} />
            <RunCopyMenu run={run} />
            <ReplayMenu run={{ ...run, status: view.status }} document={document} />
            {view.status === "success" && whyNotReplay(run, document) === undefined ? (
              <AddToTests runId={run.id} />
            ) : null}
            {open && can("run.cancel") ? (
              <Button size="sm" busy={stop.isPending} onClick={() => stop.mutate({ params: { id: run.id } })}>
                <Square aria-hidden />
                Stop
              </Button>
            ) : null}
          </>
        }
      />
      <RunFacts run={run} view={view} document={document} />
    </header>
  );
}

function RunFacts({ run, view, document }: RunHeaderProps) {
  const running = view.endedAt === undefined && view.status === "running";
  const now = useClock(running);
  const facts: Fact[] = [{ label: "Started", value: <RelativeTime time={run.createdAt} /> }];
  facts.push(...waitFacts(run, view));
  if (view.startedAt !== undefined) {
    const lastTs = view.endedAt ?? (running ? now : undefined);
    if (lastTs !== undefined) facts.push({ label: "Time", value: <Duration ms={lastTs - view.startedAt} /> });
  }
  facts.push(
    { label: "Input tokens", value: view.tokens.input.toLocaleString("en") },
    { label: "Output tokens", value: view.tokens.output.toLocaleString("en") },
  );
  if (view.tokens.cached > 0)
    facts.push({ label: "Cached tokens", value: view.tokens.cached.toLocaleString("en") });
  facts.push({ label: "Cost", value: <Money micros={knownCost(view.cost)} /> });
  const called = calledUsage(view);
  if (called.runs > 0) {
    facts.push({ label: "Called runs", value: <Money micros={knownCost(called.cost)} /> });
  }
  if (run.parentRunId) {
    facts.push({
      label: "Called by",
      value: (
        <Link href={`/runs/${run.parentRunId}`} className="underline underline-offset-2">
          run {shortRunId(run.parentRunId)}
        </Link>
      ),
    });
  }
  if (run.origin) facts.push(originFact(run.agentId, run.origin, (id) => nodeTitle(document, id)));
  if (run.createdBy) facts.push({ label: "By", value: run.createdBy });
  return <Facts facts={facts} />;
}

/** What a run waits for, until when, and how many are asked. */
function waitFacts(run: RunSummary, view: RunView): Fact[] {
  const { detail, time, runId } = runStanding(standingOf(view, run));
  if (!detail) return [];
  if (time) return [{ label: detail === "Starts" ? "Starts" : "Waits until", value: <Moment time={time} /> }];
  if (!runId) return [{ label: "Waits", value: detail.charAt(0).toLowerCase() + detail.slice(1) }];
  const called = (
    <Link href={`/runs/${runId}`} className="underline underline-offset-2">
      run {shortRunId(runId)}
    </Link>
  );
  return [{ label: "Waits for", value: called }];
}

/** A time ahead: the clock's, and how far off it is. */
function Moment({ time }: { time: string }) {
  return (
    <>
      <time dateTime={time}>{formatExactTime(new Date(time))}</time> (<RelativeTime time={time} />)
    </>
  );
}
