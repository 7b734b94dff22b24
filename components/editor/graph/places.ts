import type { GraphDocument, Position } from "@/workflows/graph/document";
import { faceOf } from "@/workflows/nodes/registry.faces";

/** Size of a card before React Flow has measured it. */
export const cardSize = { width: 216, height: 96 };
const pillWidth = 100;
const GAP = { x: 80, y: 40 };

const isPill = (type: string) => faceOf(type)?.role !== undefined;
const widthOf = (type: string) => (isPill(type) ? pillWidth : cardSize.width);
const typeOf = (document: GraphDocument, nodeId: string) => document.nodes[nodeId]?.type ?? "";

/** Where the edges of a node meet it, from its upper edge: the middle of a pill, the heading of a card. */
export function anchorOf(type: string): number {
  return isPill(type) ? 18 : 28;
}

/** To the right of a node, level with it. */
export function placeAfter(document: GraphDocument, nodeId: string, type: string): Position {
  const { x, y } = document.layout.nodes[nodeId] ?? { x: 0, y: 0 };
  const before = typeOf(document, nodeId);
  return { x: x + widthOf(before) + GAP.x, y: y + anchorOf(before) - anchorOf(type) };
}

/** The wanted place, or the next one below it that no other node covers. */
export function freePlace(document: GraphDocument, wanted: Position): Position {
  const boxes = Object.entries(document.layout.nodes).map(([id, place]) => ({
    ...place,
    width: widthOf(typeOf(document, id)),
  }));
  const x = Math.round(wanted.x);
  let y = Math.round(wanted.y);
  const covered = () =>
    boxes.some(
      (box) => box.x < x + cardSize.width && x < box.x + box.width && Math.abs(box.y - y) < cardSize.height,
    );
  while (covered()) y += cardSize.height + GAP.y;
  return { x, y };
}

/** Moves of everything from `target` on to the right, so that a card placed at `place` has room before it. */
export function makeRoom(document: GraphDocument, place: Position, target: string): Record<string, Position> {
  const from = document.layout.nodes[target];
  const lacking = from ? place.x + cardSize.width + GAP.x - from.x : 0;
  if (!from || lacking <= 0) return {};
  const moved = Object.entries(document.layout.nodes).filter(([, { x }]) => x >= from.x);
  return Object.fromEntries(moved.map(([id, { x, y }]) => [id, { x: x + lacking, y }]));
}
