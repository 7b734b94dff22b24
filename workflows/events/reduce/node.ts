import { own } from "@/workflows/graph/record";
import type { NodeStatus, Span } from "../run-view";
import { roundOf, visitPlace } from "../visit-place";
import { waitForChild } from "./child";
import type { Fold, Reduce } from "./fold";
import { working } from "./run";
import { wait } from "./wait";

export const nodeStarted: Reduce<"node.started"> = (fold, { data, ts, ns, node, visit }) => {
  if (!node) return;
  working(fold);
  const again = fold.span(data.spanId);
  if (again) {
    takeBack(fold, again);
    again.status = "running";
    delete again.endedAt;
    delete again.problem;
  } else {
    fold.addSpan({
      id: data.spanId,
      ...(data.parentSpanId && { parentId: data.parentSpanId }),
      kind: "node",
      name: node,
      nodeId: node,
      ...(visit && { visit }),
      status: "running",
      startedAt: ts,
      ...(data.input && { input: data.input }),
    });
  }
  const view = fold.node(node);
  view.status = "running";
  // For each entry of a list they are counted from 1.
  view.visits = ns.length > 0 ? view.visits + (again ? 0 : 1) : Math.max(view.visits, visit ?? 1);
  view.startedAt = again?.startedAt ?? ts;
  if (ns.length === 0 || !isTelling(fold, view.textOf, data.spanId)) {
    view.text = "";
    if (ns.length > 0) view.textOf = data.spanId;
  }
  delete view.problem;
};

export const nodeFinished: Reduce<"node.finished"> = (fold, { data, ts, ns, node }) => {
  const span = fold.span(data.spanId);
  if (span) takeBack(fold, span);
  // A failed visit that left by its error port has been counted up to its failure.
  const since = span?.endedAt ?? span?.startedAt ?? ts;
  if (span) {
    span.status = "done";
    span.endedAt = ts;
    span.port = data.port;
    span.output = data.update;
    span.edgeIds = data.edgeIds;
    if (data.pinned) span.pinned = true;
  }
  for (const id of data.edgeIds) fold.view.edges[id] = (own(fold.view.edges, id) ?? 0) + 1;
  if (node) leave(fold, node, ns, "done", ts - since);
};

export const nodeFailed: Reduce<"node.failed"> = (fold, { data, ts, ns, node }) => {
  const span = fold.span(data.spanId);
  if (span) {
    span.problem = data.problem;
    const { attempt, problem, willRetry } = data;
    span.attempts = [...(span.attempts ?? []), { attempt, ts, problem, willRetry }];
  }
  if (node) fold.node(node).problem = data.problem;
  if (data.willRetry) return;
  if (span) {
    span.status = "failed";
    span.endedAt = ts;
  }
  if (node) leave(fold, node, ns, "failed", ts - (span?.startedAt ?? ts));
  fold.closeBelow(data.spanId, ts, data.problem);
};

export const nodeInterrupted: Reduce<"node.interrupted"> = (fold, { data, ts, node, visit }) => {
  wait(fold, data.spanId);
  waitForChild(fold, data.payload.childRunId);
  if (!node) return;
  // While another pause is answered, one that waits is run and reported again.
  if (fold.view.interrupts.some((known) => known.id === data.interruptId && !known.answer)) return;
  fold.view.interrupts.push({
    id: data.interruptId,
    nodeId: node,
    visit: visit ?? 1,
    spanId: data.spanId,
    payload: data.payload,
    startedAt: ts,
  });
};

export const interruptAnswered: Reduce<"interrupt.answered"> = (fold, { data, ts }) => {
  const interrupts = fold.view.interrupts;
  const at = interrupts.findLastIndex(({ id }) => id === data.interruptId);
  const open = interrupts[at];
  if (!open) return;
  interrupts[at] = {
    ...open,
    answer: data.answer,
    answeredAt: ts,
    ...(data.by && { answeredBy: data.by }),
  };
};

/** Of several visits at once, the text of one is shown as long as that one is at work. */
function isTelling(fold: Fold, spanId: string | undefined, other: string): boolean {
  if (spanId === undefined || spanId === other) return false;
  return fold.isRunning(spanId);
}

/** A visit whose end was lost with its process ends again; its first end has not been. */
function takeBack(fold: Fold, span: Span): void {
  if (!span.edgeIds) return;
  for (const id of span.edgeIds) {
    const times = (own(fold.view.edges, id) ?? 0) - 1;
    if (times > 0) fold.view.edges[id] = times;
    else delete fold.view.edges[id];
  }
  const node = span.nodeId && fold.node(span.nodeId);
  if (node) node.ms = Math.max(0, node.ms - ((span.endedAt ?? span.startedAt) - span.startedAt));
  delete span.edgeIds;
  delete span.endedAt;
  delete span.port;
  delete span.output;
  delete span.pinned;
}

/**
 * The node is busy as long as another visit of it, started by the same step, still is. Of the entries of one list, one
 * that failed there is what counts in the end, whichever came last.
 */
function leave(fold: Fold, nodeId: string, ns: readonly string[], status: NodeStatus, ms: number): void {
  const view = fold.node(nodeId);
  view.ms += Math.max(0, ms);
  const other = fold.lastVisit(nodeId, (visit) => visit.status === "running");
  const beside = ns.length > 0 ? roundOf(visitPlace(ns, "")) : undefined;
  const failed =
    beside !== undefined &&
    fold.lastVisit(nodeId, (visit) => visit.status === "failed" && visit.id.startsWith(beside));
  view.status = other ? "running" : failed ? "failed" : status;
  if (!other) delete view.startedAt;
}
