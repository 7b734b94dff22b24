import { z } from "zod";
import { spanIdOf, traceIdOf } from "./ids";
import type { TraceContext } from "./trace-context";

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

/** Of a run that is part of somebody else's trace: as it is kept with the run. */
export const runTraceSchema = z.object({
  traceId: hex(32),
  /** The span that started it. */
  parentSpanId: hex(16),
  /** What the caller decided; absent: it was left to us. */
  sampled: z.boolean().optional(),
  state: z.string().max(512).optional(),
});
export type RunTrace = z.infer<typeof runTraceSchema>;

/** The trace that a run belongs to. */
export const traceOf = (runId: string, trace: RunTrace | null): string => trace?.traceId ?? traceIdOf(runId);

/** A request's headers as they are kept with the run that it starts. */
export function runTraceFrom(context: TraceContext | undefined): RunTrace | undefined {
  return context && { ...context, state: context.state };
}

/** Of a run that another one calls: it stands below the span that the call has there, which bears its id. */
export function childTrace(runId: string, trace: RunTrace | null, childId: string): RunTrace {
  return { ...trace, traceId: traceOf(runId, trace), parentSpanId: spanIdOf(runId, childId) };
}

/**
 * Whether a run's spans are to be sent: as its caller decided, else by its trace id, so that all runs of a trace, in
 * whichever process, come to the same (as `parentbased_traceidratio` of
 * https://opentelemetry.io/docs/specs/otel/trace/sdk/#built-in-samplers does).
 * @param share from 0 to 1
 */
export function isSampled(runId: string, trace: RunTrace | null, share: number): boolean {
  if (trace?.sampled !== undefined) return trace.sampled;
  // The last 7 bytes are the random ones (https://www.w3.org/TR/trace-context-2/#random-trace-id-flag).
  const drawn = Number.parseInt(traceOf(runId, trace).slice(-13), 16) / 16 ** 13;
  return drawn < share;
}
