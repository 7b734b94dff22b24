import type { Dragged } from "@/components/editor/graph/frames";
import { thingOf } from "@/components/editor/graph/things";
import type { GraphDocument, Position } from "@/workflows/graph/document";
import type { SingleOperation } from "@/workflows/graph/operation";
import { own } from "@/workflows/graph/record";

/** Operations that put nodes and notes at these places. A frame has no place of its own: its nodes have. */
export function moves(document: GraphDocument, places: Dragged): SingleOperation[] {
  const positions: Record<string, Position> = {};
  const notes: SingleOperation[] = [];
  for (const [key, { x, y }] of Object.entries(places)) {
    const { kind, id } = thingOf(key);
    const place = { x: Math.round(x), y: Math.round(y) };
    const sticky = kind === "sticky" ? own(document.layout.stickies, id) : undefined;
    if (sticky) notes.push({ op: "sticky.set", id, sticky: { ...sticky, ...place } });
    if (kind === "node" && own(document.nodes, id)) positions[id] = place;
  }
  const nodes: SingleOperation[] = Object.keys(positions).length > 0 ? [{ op: "node.move", positions }] : [];
  return [...nodes, ...notes];
}
