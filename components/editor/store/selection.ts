import type { GraphDocument } from "@/workflows/graph/document";

/** What is selected on the canvas, by id. */
export interface Selection {
  nodes: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

export const nothingSelected: Selection = { nodes: new Set(), edges: new Set() };

export function selectNodes(ids: Iterable<string>): Selection {
  return { nodes: new Set(ids), edges: new Set() };
}

export function selectEdge(id: string): Selection {
  return { nodes: new Set(), edges: new Set([id]) };
}

export function selectAll(document: GraphDocument): Selection {
  return { nodes: new Set(Object.keys(document.nodes)), edges: new Set(Object.keys(document.edges)) };
}

/** The selection without what the document no longer has; the same object where nothing went. */
export function pruneSelection(selection: Selection, document: GraphDocument): Selection {
  const nodes = [...selection.nodes].filter((id) => Object.hasOwn(document.nodes, id));
  const edges = [...selection.edges].filter((id) => Object.hasOwn(document.edges, id));
  if (nodes.length === selection.nodes.size && edges.length === selection.edges.size) return selection;
  return { nodes: new Set(nodes), edges: new Set(edges) };
}

/** The one selected node or edge, if exactly one thing is selected. */
export function onlySelected(selection: Selection): { nodeId?: string; edgeId?: string } {
  if (selection.nodes.size === 1 && selection.edges.size === 0) return { nodeId: [...selection.nodes][0] };
  if (selection.edges.size === 1 && selection.nodes.size === 0) return { edgeId: [...selection.edges][0] };
  return {};
}
