"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { FeedbackPanel } from "@/components/feedback/feedback-panel";
import { useFeedback } from "@/components/feedback/use-feedback";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { terminalStatuses } from "@/workflows/events/run-status";
import type { RunView, Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeTitle } from "@/workflows/nodes/node-title";
import { definitionOf } from "@/workflows/nodes/registry";
import { ProblemNotice } from "./detail/problem-notice";
import { SpanDetail } from "./detail/span-detail";
import { RunFiles } from "./files/run-files";
import { InterruptHistory } from "./interrupt-history";
import { LogList } from "./log-list";
import { spanTitle } from "./span-titles";
import { Steps } from "./state/steps";
import { BranchList } from "./travel/branches";
import { RunValue } from "./whole/run-value";

const tabs = ["result", "span", "state", "approvals", "branches", "feedback", "files", "logs"] as const;

/** Which part of a trace is read; in the address. */
export function useTraceTab() {
  return useQueryState("show", parseAsStringLiteral(tabs));
}

interface TraceSideProps {
  view: RunView;
  document: GraphDocument;
  selected: Span | undefined;
  onSelect: (spanId: string) => void;
  spanActions?: ReactNode;
}

/** What there is to read about a run: its result, the chosen span, its states, approvals, files and logs. */
export function TraceSide({ view, document, selected, onSelect, spanActions }: TraceSideProps) {
  const [tab, setTab] = useTraceTab();
  const hasFiles = Object.values(document.nodes).some(({ type }) => definitionOf(type)?.leavesFiles);
  const shown = tab ?? (selected ? "span" : "result");
  return (
    <Tabs
      value={shown}
      onValueChange={(value) => void setTab(tabs.find((known) => known === value) ?? null)}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabsList aria-label="Parts of the trace">
        <TabsTrigger value="result">Result</TabsTrigger>
        <TabsTrigger value="span">Span</TabsTrigger>
        <TabsTrigger value="state">State</TabsTrigger>
        {view.interrupts.length > 0 ? <TabsTrigger value="approvals">Pauses</TabsTrigger> : null}
        <TabsTrigger value="branches">Branches</TabsTrigger>
        <FeedbackTrigger runId={view.runId} />
        {hasFiles ? <TabsTrigger value="files">Files</TabsTrigger> : null}
        {view.logs.length > 0 ? <TabsTrigger value="logs">Logs</TabsTrigger> : null}
      </TabsList>
      <TabsContent value="result" className="min-h-0 flex-1 overflow-y-auto">
        <Result view={view} />
      </TabsContent>
      <TabsContent value="span" className="min-h-0 flex-1 overflow-y-auto">
        {selected ? (
          <SpanDetail
            view={view}
            span={selected}
            title={spanTitle(document, selected)}
            titleOf={(id) => nodeTitle(document, id)}
            onSelect={onSelect}
            actions={spanActions}
          />
        ) : (
          <p className="p-4 text-muted-foreground">Choose a span in the waterfall, or a node on the graph.</p>
        )}
      </TabsContent>
      <TabsContent value="state" className="min-h-0 flex-1">
        <Steps
          runId={view.runId}
          checkpoints={view.checkpoints}
          startedAt={view.startedAt}
          titleOf={(id) => nodeTitle(document, id)}
        />
      </TabsContent>
      <TabsContent value="approvals" className="min-h-0 flex-1 overflow-y-auto">
        <InterruptHistory
          runId={view.runId}
          interrupts={view.interrupts}
          titleOf={(id) => nodeTitle(document, id)}
          isOver={terminalStatuses.has(view.status)}
        />
      </TabsContent>
      <TabsContent value="branches" className="min-h-0 flex-1 overflow-y-auto">
        <BranchList runId={view.runId} status={view.status} titleOf={(id) => nodeTitle(document, id)} />
      </TabsContent>
      <TabsContent value="feedback" className="min-h-0 flex-1 overflow-y-auto">
        <FeedbackPanel
          key={selected?.id}
          runId={view.runId}
          span={selected && { id: selected.id, title: spanTitle(document, selected) }}
          titleOf={(id) => spanTitleById(view, document, id)}
        />
      </TabsContent>
      {hasFiles ? (
        <TabsContent value="files" className="min-h-0 flex-1 overflow-y-auto">
          <RunFiles runId={view.runId} status={view.status} />
        </TabsContent>
      ) : null}
      <TabsContent value="logs" className="min-h-0 flex-1 overflow-y-auto">
        <LogList logs={view.logs} titleOf={(id) => nodeTitle(document, id)} />
      </TabsContent>
    </Tabs>
  );
}

function spanTitleById(view: RunView, document: GraphDocument, id: string): string {
  const span = view.spans.find((each) => each.id === id);
  return span ? spanTitle(document, span) : id;
}

function FeedbackTrigger({ runId }: { runId: string }) {
  const count = useFeedback(runId).data?.items.length ?? 0;
  return (
    <TabsTrigger value="feedback">
      Feedback
      {count > 0 ? <span className="text-muted-foreground tabular-nums">{count}</span> : null}
    </TabsTrigger>
  );
}

function Result({ view }: { view: RunView }) {
  return (
    <div className="grid gap-4 p-4">
      {view.problem ? <ProblemNotice problem={view.problem} title="The run failed" /> : null}
      <RunValue view={view} part="output" title="Output" />
      <RunValue view={view} part="input" title="Input" />
    </div>
  );
}
