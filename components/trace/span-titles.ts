import type { Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeTitle } from "@/workflows/nodes/node-title";

/** Names nodes by their titles in the graph as it ran; other spans carry their own name. */
export function spanTitle(document: GraphDocument | null, span: Span): string {
  if (span.kind === "item") return itemTitle(span);
  if (span.kind !== "node") return span.name;
  return nodeTitle(document, span.nodeId ?? span.name);
}

function itemTitle({ name, item }: Span): string {
  const place = (item?.index ?? 0) + 1;
  return name === "" ? `Entry ${place}` : `${place}. ${name}`;
}
