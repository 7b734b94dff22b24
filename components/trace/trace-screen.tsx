"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback } from "react";
import { useStore } from "zustand";
import { askEarly } from "@/components/data/ask-early";
import type { RunFeed } from "@/components/realtime/run-feed";
import { useRunFeed } from "@/components/realtime/use-run-feed";
import { NoWorkersNotice } from "@/components/run/waiting/no-workers-notice";
import { shortRunId } from "@/components/runs/short-run-id";
import { useTabTitle } from "@/components/shell/use-tab-title";
import { AddToTests } from "@/components/tests/add-to-tests";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { getRunTrace } from "@/lib/api/client/addresses";
import type { RunSummary } from "@/lib/api/contract/runs";
import { terminalStatuses } from "@/workflows/events/run-status";
import type { Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeTitle } from "@/workflows/nodes/node-title";
import { RunGraph } from "./graph/run-graph";
import { ReadingWaterfall } from "./reading/reading-waterfall";
import { ReplayNotice } from "./replay/replay-notice";
import { whyNotReplay } from "./replay/why-not-replay";
import { RunHeader } from "./run-header";
import { spanTitle } from "./span-titles";
import { TraceSide, useTraceTab } from "./trace-side";
import { RunAgain } from "./travel/run-again";
import { WhatIfButton } from "./what-if/what-if-button";

/** A run from its first event to its last, live while it goes on. */
export function TraceScreen({ runId }: { runId: string }) {
  askEarly(getRunTrace, { params: { id: runId } });
  const feed = useRunFeed(runId, { lean: true });
  return feed ? <Trace feed={feed} /> : <SkeletonRows rows={8} label="Loading the trace" />;
}

function Trace({ feed }: { feed: RunFeed }) {
  const { run, view, document, status, error } = useStore(feed.store);
  const [selectedId, setSelectedId] = useQueryState("span", parseAsString);
  const [, setTab] = useTraceTab();

  const select = useCallback(
    (spanId: string) => {
      void setSelectedId(spanId);
      void setTab("span");
    },
    [setSelectedId, setTab],
  );
  const titleOf = useCallback((span: Span) => spanTitle(document, span), [document]);
  useTabTitle(run ? `Run ${shortRunId(run.id)} · ${run.agentName}` : undefined);

  if (status === "failed") {
    return <ErrorState title="The trace could not be loaded" error={error} onRetry={feed.retry} />;
  }
  if (!run || !view || !document) return <SkeletonRows rows={8} label="Loading the trace" />;

  const selected = view.spans.find((span) => span.id === selectedId);
  const selectNode = (nodeId: string) => {
    const span = lastVisit(view.spans, nodeId);
    if (span) select(span.id);
  };
  return (
    <div className="flex h-full min-h-0 flex-col max-lg:h-auto">
      <RunHeader run={run} view={view} document={document} />
      {status === "lost" ? (
        <Notice tone="waiting" className="m-3">
          Connection lost. What happens meanwhile is kept; reconnecting…
        </Notice>
      ) : null}
      <ReplayNotice run={run} view={view} titleOf={(id) => nodeTitle(document, id)} className="m-3" />
      <NoWorkersNotice waiting={view.status === "pending"} className="m-3" />
      <div className="flex min-h-0 flex-1 max-lg:flex-col">
        <div className="flex min-h-0 min-w-0 flex-[3] flex-col">
          {view.spans.length > 0 ? (
            <ReadingWaterfall
              runId={run.id}
              spans={view.spans}
              interrupts={view.interrupts}
              titleOf={titleOf}
              running={!terminalStatuses.has(view.status) && view.status !== "interrupted"}
              selectedId={selectedId}
              onSelect={select}
              className="flex max-h-[55%] min-h-40 shrink-0 flex-col p-2 max-lg:max-h-96"
            />
          ) : (
            <NoSpans run={run} />
          )}
          <div className="relative min-h-72 flex-1 border-t max-lg:h-80 max-lg:flex-none">
            <RunGraph
              feed={feed}
              document={document}
              selectedNodeId={selected?.nodeId ?? null}
              onSelectNode={selectNode}
              onTravel={() => void setTab("state")}
            />
          </div>
        </div>
        <aside
          aria-label="Details"
          className="flex min-h-0 min-w-0 flex-[2] flex-col border-l bg-card max-lg:min-h-96 max-lg:border-t max-lg:border-l-0"
        >
          <TraceSide
            view={view}
            document={document}
            selected={selected}
            onSelect={select}
            spanActions={
              <>
                <RunAgain key={selected?.id} view={view} document={document} span={selected} />
                {selected?.kind === "node" &&
                selected.status === "done" &&
                canBeTested(selected, run, document) ? (
                  <AddToTests key={`test ${selected.id}`} runId={run.id} span={selected.id} />
                ) : null}
                {selected?.kind === "model" ? (
                  <WhatIfButton
                    key={`what-if ${selected.id}`}
                    runId={run.id}
                    agentId={run.agentId}
                    document={document}
                    span={selected}
                  />
                ) : null}
              </>
            }
          />
        </aside>
      </div>
    </div>
  );
}

/** A visit of a node of the graph itself; one inside another is tried with that one. */
function canBeTested({ id, nodeId, visit }: Span, run: RunSummary, document: GraphDocument): boolean {
  return id === `${nodeId}#${visit}` && whyNotReplay(run, document) === undefined;
}

function NoSpans({ run }: { run: RunSummary }) {
  if (run.eventsDeletedAt === null) return <p className="p-4 text-muted-foreground">Nothing has run yet.</p>;
  return (
    <Notice className="m-3" title="The trace of this run is no longer kept">
      This workspace keeps what happens inside runs for a limited time. It was deleted{" "}
      <RelativeTime time={run.eventsDeletedAt} />; input, result and cost stay with the run.
    </Notice>
  );
}

function lastVisit(spans: readonly Span[], nodeId: string): Span | undefined {
  return spans.findLast((span) => span.kind === "node" && span.nodeId === nodeId);
}
