import type { Edge } from "@/workflows/graph/edge";

type Edges = Readonly<Record<string, Edge>>;
export type EdgeEntry = Edge & { id: string };

interface EdgeIndex {
  bySource: ReadonlyMap<string, readonly EdgeEntry[]>;
  byTarget: ReadonlyMap<string, readonly EdgeEntry[]>;
}

const none: readonly EdgeEntry[] = [];
const indexes = new WeakMap<Edges, EdgeIndex>();

/** Edges that leave a node; made once per set of edges. */
export function edgesFrom(edges: Edges, nodeId: string): readonly EdgeEntry[] {
  return indexOf(edges).bySource.get(nodeId) ?? none;
}

/** Edges that lead into a node. */
export function edgesInto(edges: Edges, nodeId: string): readonly EdgeEntry[] {
  return indexOf(edges).byTarget.get(nodeId) ?? none;
}

function indexOf(edges: Edges): EdgeIndex {
  const known = indexes.get(edges);
  if (known) return known;
  const entries = Object.entries(edges).map(([id, edge]) => ({ id, ...edge }));
  const index = {
    bySource: Map.groupBy(entries, (edge) => edge.source),
    byTarget: Map.groupBy(entries, (edge) => edge.target),
  };
  indexes.set(edges, index);
  return index;
}
