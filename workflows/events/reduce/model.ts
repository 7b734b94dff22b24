import { around } from "@/workflows/graph/node-address";
import type { NodeView, RunView } from "../run-view";
import type { Usage } from "../usage";
import { nodeSpanId, visitPlace } from "../visit-place";
import type { Reduce } from "./fold";

export const modelStarted: Reduce<"model.started"> = (fold, { data, ts, node, visit }) => {
  fold.addSpan({
    id: data.spanId,
    ...(data.parentSpanId && { parentId: data.parentSpanId }),
    kind: "model",
    name: data.model,
    ...(node && { nodeId: node }),
    ...(visit && { visit }),
    status: "running",
    startedAt: ts,
    provider: data.provider,
    messages: data.messages,
    ...(data.request && { request: data.request }),
    text: "",
  });
};

export const modelDelta: Reduce<"model.delta"> = (fold, { data, ts, ns, node, visit }) => {
  const span = fold.span(data.spanId);
  if (!span) return;
  const first = !span.text;
  if (first) span.firstTokenMs = ts - span.startedAt;
  span.text = (span.text ?? "") + data.text;
  const nodeId = node ?? span.nodeId;
  if (!nodeId) return;
  const view = fold.node(nodeId);
  if (ns.length > 0 && view.textOf !== nodeSpanId(visitPlace(ns, nodeId), visit ?? 1)) return;
  const gap = first && view.text ? "\n\n" : "";
  view.text += gap + data.text;
};

export const modelFinished: Reduce<"model.finished"> = (fold, { data, ts, node }) => {
  const span = fold.span(data.spanId);
  if (span) {
    span.status = "done";
    span.endedAt = ts;
    span.message = data.message;
    span.text = data.message.content;
    span.usage = data.usage;
    span.costMicros = data.costMicros;
    if (data.finishReason) span.finishReason = data.finishReason;
    if (data.price) span.price = data.price;
    if (data.response) span.response = data.response;
    if (data.kept) span.kept = data.kept;
  }
  if (data.usage) addTokens(fold.view, data.usage);
  addCost(fold.view, data.costMicros);
  const nodeId = node ?? span?.nodeId;
  if (!nodeId) return;
  for (const place of [nodeId, ...around(nodeId)]) {
    const view = fold.node(place);
    view.tokens += (data.usage?.input ?? 0) + (data.usage?.output ?? 0);
    addCost(view, data.costMicros);
  }
};

export const modelFailed: Reduce<"model.failed"> = (fold, { data, ts }) => {
  const span = fold.span(data.spanId);
  if (span) Object.assign(span, { status: "failed", endedAt: ts, problem: data.problem });
};

function addTokens({ tokens }: RunView, usage: Usage): void {
  tokens.input += usage.input;
  tokens.output += usage.output;
  tokens.cached += usage.cached;
}

function addCost({ cost }: RunView | NodeView, micros: number | null): void {
  if (micros === null) cost.unknownCalls += 1;
  else cost.micros += micros;
}
