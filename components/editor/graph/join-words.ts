import type { GraphDocument } from "@/workflows/graph/document";
import type { Join } from "./add-node";

/** What a new node will be joined to, in words; nothing where it stands alone. */
export function joinWords(document: GraphDocument, join: Join | undefined): string | undefined {
  if (!join) return undefined;
  const title = (id: string) => document.nodes[id]?.title ?? id;
  if ("target" in join) return `before ${title(join.target)}`;
  if ("source" in join) return `after ${title(join.source)}`;
  const edge = document.edges[join.edgeId];
  return edge && `between ${title(edge.source)} and ${title(edge.target)}`;
}
