import type { Box } from "@/components/editor/graph/arrange";
import { clearOf, gapBetween } from "@/components/editor/graph/clear-of";
import { frameBoxes, nodeBox, type SizeOf } from "@/components/editor/graph/frames";
import type { GraphDocument, Position } from "@/workflows/graph/document";
import type { Layout } from "@/workflows/graph/layout";
import type { SingleOperation } from "@/workflows/graph/operation";

/** A note further away than this from every node is about none of them. */
const NEAR = 100;

/**
 * Moves of notes when the nodes are put elsewhere: each stays beside the node it stands nearest to, and is pushed
 * down where it would come to lie under something. A note that lay under nodes before goes with them.
 */
export function notesAlong(
  document: GraphDocument,
  sizeOf: SizeOf,
  positions: Readonly<Record<string, Position>>,
): SingleOperation[] {
  const before = boxesOf(document, sizeOf, {});
  const after = boxesOf(document, sizeOf, positions);
  const frames = [...frameBoxes(document, sizeOf)];
  const framesAfter = frameBoxes({ ...document, layout: moved(document, positions) }, sizeOf);
  const placed: Box[] = [];
  return Object.entries(document.layout.stickies).flatMap(([id, sticky]): SingleOperation[] => {
    const nearest = nearestOf(before, sticky);
    const to = nearest && after.get(nearest.id);
    const from = nearest && before.get(nearest.id);
    const beside =
      to && from ? { ...sticky, x: sticky.x + to.x - from.x, y: sticky.y + to.y - from.y } : sticky;
    const under = nearest?.gap === 0;
    const strangeFrames = frames.flatMap(([groupId, frame]) => {
      const box = framesAfter.get(groupId);
      return box && gapBetween(frame, sticky) > 0 ? [box] : [];
    });
    const box = under ? beside : clearOf(beside, [...after.values(), ...strangeFrames, ...placed]);
    placed.push(box);
    const stays = box.x === sticky.x && box.y === sticky.y;
    return stays ? [] : [{ op: "sticky.set", id, sticky: { ...sticky, x: box.x, y: box.y } }];
  });
}

function boxesOf(document: GraphDocument, sizeOf: SizeOf, positions: Readonly<Record<string, Position>>) {
  return new Map(Object.keys(document.nodes).map((id) => [id, nodeBox(document, sizeOf, id, positions)]));
}

function moved({ layout }: GraphDocument, positions: Readonly<Record<string, Position>>): Layout {
  return { ...layout, nodes: { ...layout.nodes, ...positions } };
}

function nearestOf(boxes: ReadonlyMap<string, Box>, note: Box): { id: string; gap: number } | undefined {
  return [...boxes]
    .map(([id, box]) => ({ id, gap: gapBetween(box, note) }))
    .filter(({ gap }) => gap <= NEAR)
    .sort((a, b) => a.gap - b.gap)[0];
}
