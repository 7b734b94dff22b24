import type { Fold, Reduce } from "./fold";

export const toolStarted: Reduce<"tool.started"> = (fold, { data, ts, node, visit }) => {
  if (goesOn(fold, data.spanId, data.toolCallId, node, visit)) return;
  fold.addSpan({
    id: data.spanId,
    ...(data.parentSpanId && { parentId: data.parentSpanId }),
    kind: "tool",
    name: data.name,
    ...(node && { nodeId: node }),
    ...(visit && { visit }),
    status: "running",
    startedAt: ts,
    input: data.args,
    ...(data.toolCallId && { toolCallId: data.toolCallId }),
  });
};

/** A tool call that waited for a called run is made again when that has ended: the same call, under a new id. */
function goesOn(
  fold: Fold,
  spanId: string,
  toolCallId: string | undefined,
  node: string | undefined,
  visit: number | undefined,
): boolean {
  if (!toolCallId) return false;
  const known = fold.view.spans.findLast(
    (span) =>
      span.status === "waiting" &&
      span.toolCallId === toolCallId &&
      span.nodeId === node &&
      span.visit === visit,
  );
  const span = known && fold.span(known.id);
  if (!span) return false;
  for (const { id, parentId } of fold.view.spans) {
    const below = parentId === span.id ? fold.span(id) : undefined;
    if (below) below.parentId = spanId;
  }
  fold.rename(span, spanId);
  span.status = "running";
  return true;
}

export const toolFinished: Reduce<"tool.finished"> = (fold, { data, ts }) => {
  const span = fold.span(data.spanId);
  if (span) Object.assign(span, { status: "done", endedAt: ts, output: data.result });
};

export const toolFailed: Reduce<"tool.failed"> = (fold, { data, ts }) => {
  const span = fold.span(data.spanId);
  if (span) Object.assign(span, { status: "failed", endedAt: ts, problem: data.problem });
};
