import { backEdges } from "@/components/editor/graph/back-edges";
import type { GraphDocument, Position } from "@/workflows/graph/document";

export interface Size {
  width: number;
  height: number;
}

const RANK_GAP = 88;
const NODE_GAP = 44;

/**
 * Places for all nodes in layers from left to right; edges that lead back do not bend the layers. The node where
 * the graph begins, at the left, stays where it was. dagre is loaded when it is first needed.
 */
export async function tidyPositions(
  document: GraphDocument,
  sizeOf: (nodeId: string) => Size,
  anchorOf: (nodeId: string) => number,
): Promise<Record<string, Position>> {
  const { graphlib, layout } = await import("@dagrejs/dagre");
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "LR", ranksep: RANK_GAP, nodesep: NODE_GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of Object.keys(document.nodes)) graph.setNode(id, aroundAnchor(sizeOf(id), anchorOf(id)));
  const back = backEdges(document);
  for (const [id, { source, target }] of Object.entries(document.edges)) {
    if (!back.has(id)) graph.setEdge(source, target);
  }
  layout(graph);

  const placed = Object.keys(document.nodes).map((id) => {
    const { x = 0, y = 0 }: { x?: number; y?: number } = graph.node(id);
    return [id, { x: x - sizeOf(id).width / 2, y: y - anchorOf(id) }] as const;
  });
  const anchorId = leftmost(document);
  const before = (anchorId && document.layout.nodes[anchorId]) || { x: 0, y: 0 };
  const after = placed.find(([id]) => id === anchorId)?.[1] ?? before;
  return Object.fromEntries(
    placed.map(([id, { x, y }]) => [
      id,
      { x: Math.round(x - after.x + before.x), y: Math.round(y - after.y + before.y) },
    ]),
  );
}

/** A box with the anchor in its middle: dagre lines up middles, and edges shall run level. */
function aroundAnchor({ width, height }: Size, anchor: number): Size {
  return { width, height: 2 * Math.max(anchor, height - anchor) };
}

/** The node everything else is placed from: one that nothing leads to, the furthest to the left. */
function leftmost({ nodes, edges, layout }: GraphDocument): string | undefined {
  const entered = new Set(Object.values(edges).map(({ target }) => target));
  const x = (id: string) => layout.nodes[id]?.x ?? 0;
  const ids = Object.keys(nodes).sort((a, b) => x(a) - x(b));
  return ids.find((id) => !entered.has(id)) ?? ids[0];
}
