import type { Fold, Reduce } from "./fold";

/** A caller that runs again after a pause tells of the same run again, perhaps from another span. */
export const childStarted: Reduce<"child.started"> = (fold, { data, ts, node, visit }) => {
  const known = fold.span(data.spanId);
  if (known) {
    if (data.parentSpanId) known.parentId = data.parentSpanId;
    return;
  }
  fold.addSpan({
    id: data.spanId,
    ...(data.parentSpanId && { parentId: data.parentSpanId }),
    kind: "run",
    name: data.agentName,
    ...(node && { nodeId: node }),
    ...(visit && { visit }),
    status: "running",
    startedAt: ts,
    run: { id: data.runId, agentId: data.agentId, version: data.version },
  });
};

export const childEnded: Reduce<"child.ended"> = (fold, { data, ts }) => {
  const span = fold.span(data.spanId);
  if (!span) return;
  span.status = data.status === "success" ? "done" : "failed";
  span.endedAt ??= ts;
  if (data.output !== undefined) span.output = data.output;
  if (data.problem) span.problem = data.problem;
  span.used = data.used;
};

/** A pause for the end of a called run: that run's span waits, and the tool call that it stands below. */
export function waitForChild(fold: Fold, childRunId: string | undefined): void {
  let span = childRunId === undefined ? undefined : fold.span(childRunId);
  while (span && span.kind !== "node") {
    span.status = "waiting";
    span = span.parentId === undefined ? undefined : fold.span(span.parentId);
  }
}
