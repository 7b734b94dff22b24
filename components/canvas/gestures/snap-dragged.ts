import { anchorOf, cardSize } from "@/components/editor/graph/places";
import type { GraphDocument, Position } from "@/workflows/graph/document";
import { type Guides, type Outline, snap } from "./snap";

/** Pixels of the screen within which a dragged node is pulled into line. */
const REACH = 6;

type Places = Readonly<Record<string, Position>>;
type SizeOf = (nodeId: string) => { width?: number | undefined; height?: number | undefined } | undefined;

/** Dragged nodes pulled into line with those that stay; all by as much, led by the first of them. */
export function snapDragged(
  document: GraphDocument,
  dragged: Places,
  sizeOf: SizeOf,
  zoom: number,
): { positions: Record<string, Position>; guides: Guides } {
  const outline = (id: string, place: Position): Outline => ({
    ...place,
    width: sizeOf(id)?.width ?? cardSize.width,
    height: sizeOf(id)?.height ?? cardSize.height,
    anchor: anchorOf(document.nodes[id]?.type ?? ""),
  });
  const [first] = Object.entries(dragged);
  if (!first) return { positions: {}, guides: {} };
  const others = Object.entries(document.layout.nodes)
    .filter(([id]) => !Object.hasOwn(dragged, id))
    .map(([id, place]) => outline(id, place));
  const { by, guides } = snap(outline(...first), others, REACH / zoom);
  const moved = Object.entries(dragged).map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }] as const);
  return { positions: Object.fromEntries(moved), guides };
}
