import type { GraphDocument, Position } from "@/workflows/graph/document";
import type { Group } from "@/workflows/graph/layout";
import type { Box } from "./arrange";
import { cardSize } from "./places";
import { groupKey } from "./things";

/** Measured size of a node, if it has been drawn. */
export type SizeOf = (nodeId: string) => { width: number; height: number } | undefined;
/** Where things are while they are dragged, by key. */
export type Dragged = Readonly<Record<string, Position>>;

/** Room between a frame and its nodes; above them stands the title. */
export const framePadding = { top: 56, side: 24 };

/** The frames of all groups, by group id. */
export function frameBoxes(document: GraphDocument, sizeOf: SizeOf, dragged: Dragged = {}): Map<string, Box> {
  return new Map(
    Object.entries(document.layout.groups).map(([id, group]) => [
      id,
      around(group.nodes.map((nodeId) => nodeBox(document, sizeOf, nodeId, whole(id, group, dragged)))),
    ]),
  );
}

export function nodeBox(document: GraphDocument, sizeOf: SizeOf, nodeId: string, dragged: Dragged): Box {
  const place = dragged[nodeId] ?? document.layout.nodes[nodeId] ?? { x: 0, y: 0 };
  return { ...place, ...(sizeOf(nodeId) ?? cardSize) };
}

/** Whether the middle of a box lies in a frame. */
export function holds(frame: Box, { x, y, width, height }: Box): boolean {
  const [middle, center] = [x + width / 2, y + height / 2];
  return (
    middle >= frame.x &&
    middle <= frame.x + frame.width &&
    center >= frame.y &&
    center <= frame.y + frame.height
  );
}

/** A frame goes along with all of its nodes; of one that stays, single nodes can be taken out. */
export function goesAlong(groupId: string, { nodes }: Group, dragged: Dragged): boolean {
  if (Object.hasOwn(dragged, groupKey(groupId))) return true;
  return nodes.length > 1 && nodes.every((nodeId) => Object.hasOwn(dragged, nodeId));
}

const atRest: Dragged = {};
const whole = (id: string, group: Group, dragged: Dragged) =>
  goesAlong(id, group, dragged) ? dragged : atRest;

function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x)) - framePadding.side;
  const top = Math.min(...boxes.map(({ y }) => y)) - framePadding.top;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + framePadding.side;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + framePadding.side;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
