"use client";

import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Duration } from "@/components/ui/duration";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { terminalStatuses } from "@/workflows/events/run-status";
import type { RunView, Span } from "@/workflows/events/run-view";
import { ChildRun } from "../child/child-run";
import { SpanCopyMenu } from "../copy/span-copy-menu";
import { InterruptHistory } from "../interrupt-history";
import { LogList } from "../log-list";
import { spanIcons, spanKinds, spanMs, spanTones, spanWords } from "../span-look";
import { StepState } from "../state/step-state";
import { useClock } from "../waterfall/use-clock";
import { PartValue } from "../whole/part-value";
import { useWholeSpan } from "../whole/use-whole-span";
import { Attempts } from "./attempts";
import { HttpDetail } from "./http-detail";
import { ModelCall } from "./model-call";
import { PassageList } from "./passage-list";
import { ProblemNotice } from "./problem-notice";
import { Section } from "./section";
import { spanAround } from "./span-around";

interface SpanDetailProps {
  view: RunView;
  span: Span;
  title: string;
  titleOf: (nodeId: string) => string;
  onSelect: (spanId: string) => void;
  /** Ways onwards, e.g. to the node on the graph. */
  actions?: ReactNode;
}

/** Everything recorded of one span. */
export function SpanDetail({ view, span: given, title, titleOf, onSelect, actions }: SpanDetailProps) {
  const { span, loading, error, retry } = useWholeSpan(view.runId, given);
  const { logs, pauses, step } = spanAround(view, given);
  const openCall = (toolCallId: string) => {
    const tool = view.spans.find((each) => each.kind === "tool" && each.toolCallId === toolCallId);
    return tool && (() => onSelect(tool.id));
  };
  return (
    <div className="grid min-w-0 gap-4 p-4">
      <SpanHead view={view} span={span} title={title} actions={actions} />
      {span.problem ? <ProblemNotice problem={span.problem} /> : null}
      <Attempts attempts={span.attempts} />
      {error ? <ErrorState title="The span could not be loaded" error={error} onRetry={retry} /> : null}
      {span.kind === "model" ? (
        <ModelCall runId={view.runId} span={span} loading={loading} openCall={openCall} />
      ) : loading ? (
        <SkeletonRows rows={3} label="Loading the span" />
      ) : (
        <Values runId={view.runId} span={span} />
      )}
      {span.run ? <ChildRun key={span.run.id} runId={span.run.id} /> : null}
      {pauses.length > 0 ? (
        <Section title="Pauses">
          <InterruptHistory
            runId={view.runId}
            interrupts={pauses}
            titleOf={titleOf}
            isOver={terminalStatuses.has(view.status)}
          />
        </Section>
      ) : null}
      {logs.length > 0 ? (
        <Section title={span.kind === "node" ? "Log" : "Log of its visit"}>
          <LogList logs={logs} titleOf={titleOf} className="p-0" />
        </Section>
      ) : null}
      {step ? (
        <Section title="State after its step, and what the step changed">
          <StepState
            key={span.id}
            runId={view.runId}
            checkpointId={step.after.checkpointId}
            previousId={step.before?.checkpointId}
          />
        </Section>
      ) : null}
    </div>
  );
}

function SpanHead({
  view,
  span,
  title,
  actions,
}: Pick<SpanDetailProps, "view" | "span" | "title" | "actions">) {
  const now = useClock(span.endedAt === undefined);
  const Icon = spanIcons[span.kind];
  return (
    <header className="grid gap-1.5">
      <div className="flex items-center gap-2">
        <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        <h2 className="min-w-0 truncate font-semibold">{title}</h2>
        <CopyButton value={span.id} label="Copy span id" />
        <span className="ml-auto">
          <SpanCopyMenu runId={view.runId} span={span} />
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground text-xs">
        <span>{spanKinds[span.kind]}</span>
        <Status tone={spanTones[span.status]} label={spanWords[span.status]} />
        <Duration ms={spanMs(span, now)} />
        {view.startedAt === undefined ? null : (
          <span>
            after <Duration ms={span.startedAt - view.startedAt} />
          </span>
        )}
        {span.pinned ? <span>pinned output, the node did not run</span> : null}
        {span.item ? <span>{`${span.item.index + 1} of ${span.item.count}`}</span> : null}
        {span.visit && !span.item ? <span>visit {span.visit}</span> : null}
        {span.port ? <span>left by “{span.port}”</span> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  );
}

const outputTitles: Record<Span["kind"], string> = {
  node: "What it wrote",
  item: "What it came to",
  model: "What it answered",
  tool: "Result",
  http: "Answer",
  run: "What it gave",
};

function Values({ runId, span }: { runId: string; span: Span }) {
  if (span.kind === "http") {
    return span.http ? (
      <HttpDetail exchange={span.http} />
    ) : (
      <PartValue runId={runId} span={span} part="http" title="Request and answer" />
    );
  }
  return (
    <>
      <PartValue
        runId={runId}
        span={span}
        part="input"
        title={span.kind === "tool" ? "Arguments" : "Input"}
      />
      <PassageList output={span.output} />
      <PartValue runId={runId} span={span} part="output" title={outputTitles[span.kind]} />
    </>
  );
}
