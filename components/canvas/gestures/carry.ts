import type { Box } from "@/components/editor/graph/arrange";
import { type Dragged, frameBoxes, type SizeOf } from "@/components/editor/graph/frames";
import { stickyKey, thingOf } from "@/components/editor/graph/things";
import type { GraphDocument, Position } from "@/workflows/graph/document";

/** All that moves with what is dragged: a frame takes its nodes along, and the notes that lie inside of it. */
export function carried(document: GraphDocument, sizeOf: SizeOf, dragged: Dragged): Dragged {
  if (!Object.keys(dragged).some((key) => thingOf(key).kind === "group")) return dragged;
  const all: Record<string, Position> = { ...dragged };
  const frames = frameBoxes(document, sizeOf);
  const takeAlong = (key: string, from: Position | undefined, by: Position) => {
    if (from && !Object.hasOwn(dragged, key)) all[key] = { x: from.x + by.x, y: from.y + by.y };
  };
  for (const [key, place] of Object.entries(dragged)) {
    const { kind, id } = thingOf(key);
    const frame = kind === "group" ? frames.get(id) : undefined;
    if (!frame) continue;
    const by = { x: place.x - frame.x, y: place.y - frame.y };
    for (const nodeId of document.layout.groups[id]?.nodes ?? [])
      takeAlong(nodeId, document.layout.nodes[nodeId], by);
    for (const [stickyId, sticky] of Object.entries(document.layout.stickies))
      if (liesIn(frame, sticky)) takeAlong(stickyKey(stickyId), sticky, by);
  }
  return all;
}

function liesIn(frame: Box, { x, y, width, height }: Box): boolean {
  return (
    x >= frame.x && y >= frame.y && x + width <= frame.x + frame.width && y + height <= frame.y + frame.height
  );
}
