import type { Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";

/** Names nodes by their titles in the graph as it ran; other spans carry their own name. */
export function spanTitle(document: GraphDocument | null, span: Span): string {
  if (span.kind !== "node") return span.name;
  return nodeTitle(document, span.nodeId ?? span.name);
}

export function nodeTitle(document: GraphDocument | null, nodeId: string): string {
  return document?.nodes[nodeId]?.title ?? nodeId;
}
