"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { RunView, Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { ProblemNotice } from "./detail/problem-notice";
import { ValueSection } from "./detail/section";
import { SpanDetail } from "./detail/span-detail";
import { InterruptHistory } from "./interrupt-history";
import { LogList } from "./log-list";
import { nodeTitle, spanTitle } from "./span-titles";
import { Steps } from "./state/steps";

const tabs = ["result", "span", "state", "approvals", "logs"] as const;

/** Which part of a trace is read; in the address. */
export function useTraceTab() {
  return useQueryState("show", parseAsStringLiteral(tabs));
}

interface TraceSideProps {
  view: RunView;
  document: GraphDocument;
  selected: Span | undefined;
  spanActions?: ReactNode;
}

/** What there is to read about a run: its result, the chosen span, its states, approvals and logs. */
export function TraceSide({ view, document, selected, spanActions }: TraceSideProps) {
  const [tab, setTab] = useTraceTab();
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
        {view.logs.length > 0 ? <TabsTrigger value="logs">Logs</TabsTrigger> : null}
      </TabsList>
      <TabsContent value="result" className="min-h-0 flex-1 overflow-y-auto">
        <Result view={view} />
      </TabsContent>
      <TabsContent value="span" className="min-h-0 flex-1 overflow-y-auto">
        {selected ? (
          <SpanDetail span={selected} title={spanTitle(document, selected)} actions={spanActions} />
        ) : (
          <p className="p-4 text-muted-foreground">Choose a span in the waterfall, or a node on the graph.</p>
        )}
      </TabsContent>
      <TabsContent value="state" className="min-h-0 flex-1 overflow-y-auto">
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
        />
      </TabsContent>
      <TabsContent value="logs" className="min-h-0 flex-1 overflow-y-auto">
        <LogList logs={view.logs} titleOf={(id) => nodeTitle(document, id)} />
      </TabsContent>
    </Tabs>
  );
}

function Result({ view }: { view: RunView }) {
  return (
    <div className="grid gap-4 p-4">
      {view.problem ? <ProblemNotice problem={view.problem} title="The run failed" /> : null}
      <ValueSection title="Output" value={view.output} />
      <ValueSection title="Input" value={view.input} />
    </div>
  );
}
