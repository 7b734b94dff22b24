import type { Reduce } from "./fold";

/** An entry whose graph begins, or goes on after a pause. */
export const itemStarted: Reduce<"item.started"> = (fold, { data, ts, node, visit }) => {
  const again = fold.span(data.spanId);
  if (again) {
    again.status = "running";
    delete again.endedAt;
    delete again.problem;
    return;
  }
  const { index, count, label } = data;
  fold.addSpan({
    id: data.spanId,
    ...(data.parentSpanId && { parentId: data.parentSpanId }),
    kind: "item",
    name: label,
    ...(node && { nodeId: node }),
    ...(visit && { visit }),
    status: "running",
    startedAt: ts,
    item: { index, count },
  });
};

export const itemFinished: Reduce<"item.finished"> = (fold, { data, ts }) => {
  const span = fold.span(data.spanId);
  if (span) Object.assign(span, { status: "done", endedAt: ts, output: data.output });
};

/** What still ran for it was stopped. */
export const itemFailed: Reduce<"item.failed"> = (fold, { data, ts }) => {
  const span = fold.span(data.spanId);
  if (!span) return;
  Object.assign(span, { status: "failed", endedAt: ts, problem: data.problem });
  fold.closeBelow(data.spanId, ts, data.problem);
};
