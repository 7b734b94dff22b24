"use client";

import { DiffText } from "@/components/editor/versions/text/diff-text";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import type { Span } from "@/workflows/events/run-view";
import { Conversation } from "../detail/conversation";
import { type Fact, Facts } from "../detail/facts";
import { ProblemNotice } from "../detail/problem-notice";
import { Section } from "../detail/section";

interface AnswersProps {
  /** The call as the run made it. */
  before: Span;
  answers: readonly Span[];
}

/** What was answered, beside what had been, with what changed in it. */
export function Answers({ before, answers }: AnswersProps) {
  return (
    <section ref={bringIntoView} aria-label="Answers" className="grid min-w-0 gap-4 md:grid-cols-2">
      <Card title={`In the run, by ${before.name}`} span={before} />
      {answers.map((answer, index) => (
        <Card
          key={`${answer.id}`}
          title={answers.length > 1 ? `Answer ${index + 1}, by ${answer.name}` : `Now, by ${answer.name}`}
          span={answer}
          against={before}
        />
      ))}
    </section>
  );
}

/** They come below a form that may be longer than the window. */
function bringIntoView(section: HTMLElement | null): void {
  section?.scrollIntoView({ block: "start" });
}

function Card({ title, span, against }: { title: string; span: Span; against?: Span }) {
  const text = span.message?.content ?? "";
  const had = against?.message?.content ?? "";
  const asksTools = (span.message?.toolCalls?.length ?? 0) > 0;
  return (
    <article aria-label={title} className="grid min-w-0 content-start gap-3 rounded-lg border bg-card p-3">
      <h3 className="font-semibold text-sm">{title}</h3>
      <Facts facts={factsOf(span)} />
      {span.problem ? <ProblemNotice problem={span.problem} /> : null}
      {span.message ? <Conversation messages={[span.message]} /> : null}
      {against && span.message && !asksTools ? (
        <Section title={text === had ? "The same words as in the run" : "Against the run"}>
          {text === had ? null : <DiffText before={had} after={text} />}
        </Section>
      ) : null}
    </article>
  );
}

function factsOf({ usage, costMicros, startedAt, endedAt, firstTokenMs, status }: Span): Fact[] {
  if (status === "failed") return [];
  return [
    {
      label: "Tokens in / out",
      value: usage
        ? `${usage.input.toLocaleString("en")} / ${usage.output.toLocaleString("en")}`
        : "not reported",
    },
    { label: "Cost", value: formatMoney(costMicros) },
    { label: "Time", value: formatDuration(endedAt === undefined ? null : endedAt - startedAt) },
    { label: "First token", value: formatDuration(firstTokenMs) },
  ];
}
