"use client";

import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Duration } from "@/components/ui/duration";
import { Status } from "@/components/ui/status";
import type { PlainMessage } from "@/workflows/events/message";
import type { Span } from "@/workflows/events/run-view";
import { ChildRun } from "../child/child-run";
import { spanIcons, spanKinds, spanMs, spanTones, spanWords } from "../span-look";
import { useClock } from "../waterfall/use-clock";
import { Conversation } from "./conversation";
import { Facts } from "./facts";
import { modelFacts } from "./model-facts";
import { ProblemNotice } from "./problem-notice";
import { Section, ValueSection } from "./section";

interface SpanDetailProps {
  span: Span;
  title: string;
  /** Ways onwards, e.g. to the node on the graph. */
  actions?: ReactNode;
}

/** Everything recorded of one span. */
export function SpanDetail({ span, title, actions }: SpanDetailProps) {
  const now = useClock(span.endedAt === undefined);
  const Icon = spanIcons[span.kind];
  return (
    <div className="grid gap-4 p-4">
      <header className="grid gap-1.5">
        <div className="flex items-center gap-2">
          <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
          <h2 className="min-w-0 truncate font-semibold">{title}</h2>
          <CopyButton value={span.id} label="Copy span id" />
        </div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground text-xs">
          <span>{spanKinds[span.kind]}</span>
          <Status tone={spanTones[span.status]} label={spanWords[span.status]} />
          <Duration ms={spanMs(span, now)} />
          {span.pinned ? <span>pinned output, the node did not run</span> : null}
          {span.item ? <span>{`${span.item.index + 1} of ${span.item.count}`}</span> : null}
          {span.visit && !span.item ? <span>visit {span.visit}</span> : null}
          {span.port ? <span>left by “{span.port}”</span> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </header>
      {span.problem ? <ProblemNotice problem={span.problem} /> : null}
      {span.kind === "model" ? <ModelCall span={span} /> : <Values span={span} />}
      {span.run ? <ChildRun key={span.run.id} runId={span.run.id} /> : null}
    </div>
  );
}

const outputTitles: Record<Span["kind"], string> = {
  node: "What it wrote",
  item: "What it came to",
  model: "What it answered",
  tool: "Result",
  run: "What it gave",
};

function Values({ span }: { span: Span }) {
  const tool = span.kind === "tool";
  return (
    <>
      <ValueSection title={tool ? "Arguments" : "Input"} value={span.input} />
      <ValueSection title={outputTitles[span.kind]} value={span.output} />
    </>
  );
}

function ModelCall({ span }: { span: Span }) {
  const streamed: PlainMessage | undefined = span.text
    ? { role: "assistant", content: span.text }
    : undefined;
  const answer = span.message ?? streamed;
  return (
    <>
      <Facts facts={modelFacts(span)} />
      {span.messages?.length ? (
        <Section title="What the model was given">
          <Conversation messages={span.messages} />
        </Section>
      ) : null}
      {answer ? (
        <Section title="What it answered">
          <Conversation messages={[answer]} />
        </Section>
      ) : null}
    </>
  );
}
