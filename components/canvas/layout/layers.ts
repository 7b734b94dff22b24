import type { Position } from "@/workflows/graph/document";

/** What is placed: a node, or a group that has been laid out in itself. */
export interface Item {
  id: string;
  width: number;
  height: number;
  /** How far below its upper edge connections meet it. */
  anchor: number;
}

const RANK_GAP = 88;
const NODE_GAP = 44;

/** Upper left corners of items in layers from left to right, by id. dagre is loaded when it is first needed. */
export async function inLayers(
  items: readonly Item[],
  edges: readonly (readonly [from: string, to: string])[],
): Promise<Map<string, Position>> {
  const { graphlib, layout } = await import("@dagrejs/dagre");
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "LR", ranksep: RANK_GAP, nodesep: NODE_GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const item of items) graph.setNode(item.id, aroundAnchor(item));
  for (const [from, to] of edges) graph.setEdge(from, to);
  layout(graph);
  return new Map(
    items.map(({ id, width, anchor }) => {
      const { x = 0, y = 0 }: { x?: number; y?: number } = graph.node(id);
      return [id, { x: x - width / 2, y: y - anchor }];
    }),
  );
}

/** A box with the anchor in its middle: dagre lines up middles, and edges shall run level. */
function aroundAnchor({ width, height, anchor }: Item): { width: number; height: number } {
  return { width, height: 2 * Math.max(anchor, height - anchor) };
}
