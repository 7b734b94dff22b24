import type { Span } from "@/workflows/events/run-view";
import { dollars } from "./chat";
import { inAndOut } from "./content";
import type { Ended, Endings } from "./endings";
import { runSpanIdOf, spanIdOf } from "./ids";
import type { RunFacts, Telling } from "./run-facts";
import { traceOf } from "./run-trace";
import { eventsOf } from "./span-events";
import { spanKinds } from "./span-kinds";
import { type Attributes, known, type TelemetryLink, type TelemetrySpan } from "./telemetry-span";

export interface ToldSpan {
  span: TelemetrySpan;
  /** Number of the event that ended it. */
  seq: number;
}

/** The spans of a run that ended after an event, in the order of their ends; the run's own is the last one. */
export function spansOf(facts: RunFacts, run: Endings, after: number, telling: Telling): ToldSpan[] {
  const inner = run.after(after).map((ended) => innerSpan(facts, run, ended, telling));
  const whole = wholeSpan(facts, run, after, telling);
  return whole ? [...inner, whole] : inner;
}

function innerSpan(facts: RunFacts, { view }: Endings, { span, seq }: Ended, telling: Telling): ToldSpan {
  const { name, kind, attributes } = spanKinds[span.kind](span, telling);
  const endMs = span.endedAt ?? span.startedAt;
  return {
    seq,
    span: {
      ...placed(facts),
      spanId: spanIdOf(facts.runId, span.id),
      parentSpanId: parentOf(facts, span),
      name,
      kind,
      startMs: span.startedAt,
      // Two processes that worked on a run may have clocks that differ.
      endMs: Math.max(endMs, span.startedAt),
      attributes: {
        ...common(facts),
        ...where(span),
        ...attributes,
        ...failureOf(span.status === "failed", span),
      },
      events: eventsOf(span, view, telling),
      links: [],
      error: errorOf(span.status === "failed", span.problem?.message, telling),
    },
  };
}

/** https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-agent-spans/#invoke-agent-span */
function wholeSpan(facts: RunFacts, run: Endings, after: number, telling: Telling): ToldSpan | undefined {
  const { view, endedBy: seq } = run;
  if (seq === undefined || seq <= after || view.endedAt === undefined) return undefined;
  const startMs = view.startedAt ?? facts.createdAt;
  const failed = view.status === "error" || view.status === "timeout";
  return {
    seq,
    span: {
      ...placed(facts),
      spanId: runSpanIdOf(facts.runId),
      parentSpanId: facts.trace?.parentSpanId,
      name: `invoke_agent ${facts.agentName}`,
      // Whoever sent a trace of its own with its request is outside.
      kind: facts.trace?.sampled === undefined ? "internal" : "server",
      startMs,
      endMs: Math.max(view.endedAt, startMs),
      attributes: {
        ...common(facts),
        ...known({
          "gen_ai.operation.name": "invoke_agent",
          "signalbox.run.status": view.status,
          "signalbox.run.source": facts.source,
          "signalbox.run.input_tokens": view.tokens.input,
          "signalbox.run.output_tokens": view.tokens.output,
          "signalbox.run.cost_usd": dollars(view.cost.micros),
          "signalbox.run.unpriced_calls": view.cost.unknownCalls || undefined,
          "signalbox.run.parent_id": facts.parentRunId,
        }),
        ...(telling.content && inAndOut(view.input, view.output)),
        ...failureOf(failed, view),
      },
      events: [],
      links: linksOf(facts),
      error: errorOf(failed, view.problem?.message, telling),
    },
  };
}

const placed = ({ runId, trace }: RunFacts) => ({ traceId: traceOf(runId, trace), state: trace?.state });

const parentOf = ({ runId }: RunFacts, { parentId }: Span): string =>
  parentId === undefined ? runSpanIdOf(runId) : spanIdOf(runId, parentId);

/**
 * On every span, so that a receiver that looks at one alone knows where it belongs. Langfuse and LangSmith gather
 * conversations by `session.id` (https://opentelemetry.io/docs/specs/semconv/general/session/).
 */
function common({
  runId,
  threadId,
  workspaceId,
  agentId,
  agentName,
  version,
  draftRevision,
}: RunFacts): Attributes {
  return known({
    "gen_ai.conversation.id": threadId,
    "session.id": threadId,
    "gen_ai.agent.id": agentId,
    "gen_ai.agent.name": agentName,
    "gen_ai.agent.version": version === null ? `draft ${draftRevision ?? 0}` : String(version),
    "signalbox.run.id": runId,
    "signalbox.workspace.id": workspaceId,
  });
}

const where = ({ nodeId, visit }: Span): Attributes =>
  known({ "signalbox.node.id": nodeId, "signalbox.node.visit": visit });

/** https://opentelemetry.io/docs/specs/semconv/registry/attributes/error/ */
function failureOf(failed: boolean, { problem, http }: Partial<Pick<Span, "problem" | "http">>): Attributes {
  if (!failed) return {};
  return { "error.type": problem?.code ?? (http?.response ? String(http.response.status) : "_OTHER") };
}

function errorOf(failed: boolean, message: string | undefined, { content }: Telling): TelemetrySpan["error"] {
  return failed ? { message: content ? message : undefined } : undefined;
}

/** A run that was made from another one has a trace of its own, which points to that one's. */
function linksOf({ origin }: RunFacts): TelemetryLink[] {
  if (!origin) return [];
  return [
    {
      traceId: traceOf(origin.runId, origin.trace),
      spanId: runSpanIdOf(origin.runId),
      attributes: { "signalbox.link": origin.kind, "signalbox.run.id": origin.runId },
    },
  ];
}
