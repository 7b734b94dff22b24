import type { Span } from "@/workflows/events/run-view";

/** A line of a data set: what went in, what came out, and where it is from. */
export function datasetRow(runId: string, span: Span): string {
  return JSON.stringify({ ...parts(span), metadata: metadata(runId, span) });
}

function parts(span: Span): { input: unknown; output: unknown } {
  if (span.kind === "model") {
    return { input: { messages: span.messages ?? [] }, output: span.message ?? null };
  }
  if (span.kind === "http") {
    return { input: span.http?.request ?? null, output: span.http?.response ?? null };
  }
  return { input: span.input ?? null, output: span.output ?? null };
}

function metadata(
  runId: string,
  { id, kind, name, nodeId, visit, provider, usage, costMicros, problem }: Span,
) {
  return {
    run: runId,
    span: id,
    kind,
    name,
    ...(nodeId && { node: nodeId }),
    ...(visit && { visit }),
    ...(provider && { provider, model: name }),
    ...(usage && { usage }),
    ...(typeof costMicros === "number" && { cost_micros: costMicros }),
    ...(problem && { problem }),
  };
}
