import { currentSpan, type Outgoing } from "./current-span.server";
import { runSpanIdOf, spanIdOf } from "./ids";
import { isSampled, type RunTrace } from "./run-trace";
import { writeTraceparent } from "./trace-context";

/** Somebody to whom the run's spans are sent. */
export interface Listener {
  /** Of how many runs, from 0 to 1. */
  share: number;
}

/**
 * What services that a run calls are told. Where nobody is sent its spans, a caller's headers are handed on as they
 * came, and nobody is told anything of a run without them.
 */
export function outgoingOf(
  runId: string,
  trace: RunTrace | null,
  listeners: readonly Listener[],
): Outgoing | null {
  const state = trace?.state;
  if (listeners.length > 0) {
    const sampled = listeners.some(({ share }) => isSampled(runId, trace, share));
    return { sampled, state };
  }
  if (trace?.sampled === undefined) return null;
  return { sampled: trace.sampled, state, passOn: trace.parentSpanId };
}

/** The headers of W3C Trace Context for a call that is made here and now. */
export function traceHeaders(): Record<string, string> {
  const { run, spanId } = currentSpan() ?? {};
  if (!run?.outgoing) return {};
  const { sampled, state, passOn } = run.outgoing;
  const ours = spanId === undefined ? runSpanIdOf(run.runId) : spanIdOf(run.runId, spanId);
  const traceparent = writeTraceparent({ traceId: run.traceId, parentSpanId: passOn ?? ours, sampled });
  return { traceparent, ...(state !== undefined && { tracestate: state }) };
}

/** The same where the call does not say something itself. */
export function withTraceHeaders(headers: Record<string, string>): Record<string, string> {
  const own = Object.keys(headers).some((name) => /^trace(parent|state)$/i.test(name));
  return own ? headers : { ...headers, ...traceHeaders() };
}
