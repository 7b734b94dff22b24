import type { Reduce } from "./fold";

export const httpFinished: Reduce<"http.finished"> = (fold, { data, ts, node, visit }) => {
  const { exchange, ms, spanId, parentSpanId } = data;
  const failed = exchange.problem !== undefined || (exchange.response?.status ?? 0) >= 400;
  fold.addSpan({
    id: spanId,
    ...(parentSpanId && { parentId: parentSpanId }),
    kind: "http",
    name: `${exchange.request.method} ${hostOf(exchange.request.url)}`,
    ...(node && { nodeId: node }),
    ...(visit && { visit }),
    status: failed ? "failed" : "done",
    startedAt: ts - ms,
    endedAt: ts,
    http: exchange,
    ...(exchange.problem && { problem: exchange.problem }),
  });
};

function hostOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? parsed.host + parsed.pathname : url;
}
