import type { Fold } from "./fold";

/** A visit waits for a person, and with it the visits of the subgraphs around it. */
export function wait(fold: Fold, spanId: string | undefined): void {
  const span = spanId === undefined ? undefined : fold.span(spanId);
  if (!span) return;
  span.status = "waiting";
  if (span.nodeId) fold.node(span.nodeId).status = "waiting";
  wait(fold, span.parentId);
}
