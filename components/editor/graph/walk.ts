import type { GraphDocument, Position } from "@/workflows/graph/document";
import { faceOf } from "@/workflows/nodes/registry.faces";
import { backEdges } from "./back-edges";
import { edgesFrom, edgesInto } from "./edge-index";
import { anchorOf } from "./places";

export type Direction = "left" | "right" | "up" | "down";

/** The node an arrow key leads to: along the edges to the sides, to the nearest node above or below. */
export function neighbour(document: GraphDocument, nodeId: string, direction: Direction): string | undefined {
  if (direction === "up" || direction === "down") return nearest(document, nodeId, direction);
  const back = backEdges(document);
  const right = direction === "right";
  const edges = right ? edgesFrom(document.edges, nodeId) : edgesInto(document.edges, nodeId);
  const onward = edges.filter((edge) => !back.has(edge.id));
  const [first] = (onward.length > 0 ? onward : edges)
    .map((edge) => (right ? edge.target : edge.source))
    .sort((a, b) => distance(document, nodeId, a) - distance(document, nodeId, b));
  return first;
}

/** Where a walk begins while nothing is selected. */
export function firstNode(document: GraphDocument): string | undefined {
  const ids = Object.keys(document.nodes);
  return ids.find((id) => faceOf(document.nodes[id]?.type ?? "")?.role === "start") ?? ids[0];
}

/** These nodes and all that can be reached from them along the edges, or against them. */
export function reached(
  document: GraphDocument,
  from: Iterable<string>,
  towards: "upstream" | "downstream",
): Set<string> {
  const found = new Set(from);
  for (const id of found) {
    const next =
      towards === "downstream"
        ? edgesFrom(document.edges, id).map(({ target }) => target)
        : edgesInto(document.edges, id).map(({ source }) => source);
    for (const each of next) found.add(each);
  }
  return found;
}

/** Nodes aside count less the further they stand to the side. */
const ASIDE = 2;

function nearest(document: GraphDocument, nodeId: string, direction: "up" | "down"): string | undefined {
  const from = anchor(document, nodeId);
  const sign = direction === "down" ? 1 : -1;
  const [best] = Object.keys(document.nodes)
    .map((id) => ({ id, place: anchor(document, id) }))
    .filter(({ id, place }) => id !== nodeId && (place.y - from.y) * sign > 0)
    .map(({ id, place }) => ({ id, far: Math.abs(place.y - from.y) + ASIDE * Math.abs(place.x - from.x) }))
    .sort((a, b) => a.far - b.far);
  return best?.id;
}

function distance(document: GraphDocument, one: string, other: string): number {
  const [a, b] = [anchor(document, one), anchor(document, other)];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function anchor(document: GraphDocument, nodeId: string): Position {
  const { x, y } = document.layout.nodes[nodeId] ?? { x: 0, y: 0 };
  return { x, y: y + anchorOf(document.nodes[nodeId]?.type ?? "") };
}
