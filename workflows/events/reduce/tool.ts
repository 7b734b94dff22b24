import type { Reduce } from "./fold";

export const toolStarted: Reduce<"tool.started"> = (fold, { data, ts, node, visit }) => {
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
  });
};

export const toolFinished: Reduce<"tool.finished"> = (fold, { data, ts }) => {
  const span = fold.span(data.spanId);
  if (span) Object.assign(span, { status: "done", endedAt: ts, output: data.result });
};

export const toolFailed: Reduce<"tool.failed"> = (fold, { data, ts }) => {
  const span = fold.span(data.spanId);
  if (span) Object.assign(span, { status: "failed", endedAt: ts, problem: data.problem });
};
