import { backEdges } from "@/components/editor/graph/back-edges";
import { framePadding } from "@/components/editor/graph/frames";
import { groupKey } from "@/components/editor/graph/things";
import type { GraphDocument, Position } from "@/workflows/graph/document";
import { type Item, inLayers } from "./layers";

export interface Size {
  width: number;
  height: number;
}

type Ends = readonly [from: string, to: string];
/** A group laid out in itself: its frame as one item, and its nodes from the frame's corner. */
interface Cluster {
  item: Item;
  inside: ReadonlyMap<string, Position>;
}

/**
 * Places for all nodes in layers from left to right; edges that lead back do not bend the layers. Nodes of a group
 * stay together, and nothing else comes into their frame. The node where the graph begins, at the left, stays where
 * it was.
 */
export async function tidyPositions(
  document: GraphDocument,
  sizeOf: (nodeId: string) => Size,
  anchorOf: (nodeId: string) => number,
): Promise<Record<string, Position>> {
  const back = backEdges(document);
  const edges = Object.entries(document.edges).flatMap(([id, { source, target }]): Ends[] =>
    back.has(id) ? [] : [[source, target]],
  );
  const itemOf = (id: string): Item => ({ id, ...sizeOf(id), anchor: anchorOf(id) });
  const clusters = await Promise.all(
    Object.entries(document.layout.groups).flatMap(([id, { nodes }]) => {
      const inside = nodes.filter((nodeId) => Object.hasOwn(document.nodes, nodeId)).map(itemOf);
      return inside.length > 0 ? [clusterOf(groupKey(id), inside, edges)] : [];
    }),
  );
  const homes = new Map(
    clusters.flatMap(({ item, inside }) => [...inside.keys()].map((nodeId) => [nodeId, item.id] as const)),
  );
  const loose = Object.keys(document.nodes).filter((id) => !homes.has(id));
  const between = edges
    .map(([from, to]): Ends => [homes.get(from) ?? from, homes.get(to) ?? to])
    .filter(([from, to]) => from !== to);
  const places = await inLayers([...clusters.map(({ item }) => item), ...loose.map(itemOf)], between);

  for (const { item, inside } of clusters) {
    const corner = places.get(item.id) ?? { x: 0, y: 0 };
    for (const [id, { x, y }] of inside) places.set(id, { x: corner.x + x, y: corner.y + y });
  }
  return keepingFirst(document, places);
}

async function clusterOf(key: string, items: readonly Item[], edges: readonly Ends[]): Promise<Cluster> {
  const ids = new Set(items.map(({ id }) => id));
  const among = edges.filter(([from, to]) => ids.has(from) && ids.has(to));
  const places = await inLayers(items, among);
  const at = ({ id }: Item) => places.get(id) ?? { x: 0, y: 0 };
  const left = Math.min(...items.map((item) => at(item).x)) - framePadding.side;
  const top = Math.min(...items.map((item) => at(item).y)) - framePadding.top;
  const [first] = items.toSorted((a, b) => at(a).x - at(b).x);
  return {
    item: {
      id: key,
      width: Math.max(...items.map((item) => at(item).x + item.width)) + framePadding.side - left,
      height: Math.max(...items.map((item) => at(item).y + item.height)) + framePadding.side - top,
      anchor: first ? at(first).y + first.anchor - top : 0,
    },
    inside: new Map(items.map((item) => [item.id, { x: at(item).x - left, y: at(item).y - top }])),
  };
}

/** All places moved so that the node the graph begins with stays where it was, in whole pixels. */
function keepingFirst(
  document: GraphDocument,
  places: ReadonlyMap<string, Position>,
): Record<string, Position> {
  const anchorId = leftmost(document);
  const before = (anchorId && document.layout.nodes[anchorId]) || { x: 0, y: 0 };
  const after = (anchorId && places.get(anchorId)) || before;
  return Object.fromEntries(
    Object.keys(document.nodes).map((id) => {
      const { x, y } = places.get(id) ?? before;
      return [id, { x: Math.round(x - after.x + before.x), y: Math.round(y - after.y + before.y) }];
    }),
  );
}

/** The node everything else is placed from: one that nothing leads to, the furthest to the left. */
function leftmost({ nodes, edges, layout }: GraphDocument): string | undefined {
  const entered = new Set(Object.values(edges).map(({ target }) => target));
  const x = (id: string) => layout.nodes[id]?.x ?? 0;
  const ids = Object.keys(nodes).sort((a, b) => x(a) - x(b));
  return ids.find((id) => !entered.has(id)) ?? ids[0];
}
