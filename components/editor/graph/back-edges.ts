import { adjacencyOf } from "@/workflows/graph/analysis/adjacency";
import { backEdges as backEdgesFrom } from "@/workflows/graph/analysis/back-edges";
import type { GraphDocument } from "@/workflows/graph/document";
import { faceOf } from "@/workflows/nodes/registry.faces";

const known = new WeakMap<GraphDocument["edges"], ReadonlySet<string>>();

/** Edges that lead back to where their path came from; made once per set of edges. */
export function backEdges(document: Pick<GraphDocument, "nodes" | "edges">): ReadonlySet<string> {
  const before = known.get(document.edges);
  if (before) return before;
  const starts = Object.entries(document.nodes)
    .filter(([, node]) => faceOf(node.type)?.role === "start")
    .map(([id]) => id);
  const found = backEdgesFrom(adjacencyOf(document), starts);
  known.set(document.edges, found);
  return found;
}
