import type { Position } from "@/workflows/graph/document";

export interface Box extends Position {
  width: number;
  height: number;
}

export type Alignment = "left" | "center" | "right" | "top" | "middle" | "bottom";
type Places = Record<string, Position>;
type Boxes = Readonly<Record<string, Box>>;

/** Places in which all boxes share an edge, or a middle line, of what surrounds them. */
export function aligned(boxes: Boxes, to: Alignment): Places {
  const all = Object.values(boxes);
  const left = Math.min(...all.map(({ x }) => x));
  const right = Math.max(...all.map(({ x, width }) => x + width));
  const top = Math.min(...all.map(({ y }) => y));
  const bottom = Math.max(...all.map(({ y, height }) => y + height));
  const place: Record<Alignment, (box: Box) => Position> = {
    left: ({ y }) => ({ x: left, y }),
    center: ({ y, width }) => ({ x: (left + right - width) / 2, y }),
    right: ({ y, width }) => ({ x: right - width, y }),
    top: ({ x }) => ({ x, y: top }),
    middle: ({ x, height }) => ({ x, y: (top + bottom - height) / 2 }),
    bottom: ({ x, height }) => ({ x, y: bottom - height }),
  };
  return rounded(Object.entries(boxes).map(([id, box]) => [id, place[to](box)]));
}

/** Places with the same gap between neighbours; the two outermost stay. */
export function distributed(boxes: Boxes, along: "x" | "y"): Places {
  const size = along === "x" ? "width" : "height";
  const sorted = Object.entries(boxes).sort(([, a], [, b]) => a[along] - b[along]);
  const [first, last] = [sorted[0]?.[1], sorted.at(-1)?.[1]];
  if (!first || !last) return {};
  const span = last[along] + last[size] - first[along];
  const gap = (span - sorted.reduce((sum, [, box]) => sum + box[size], 0)) / Math.max(1, sorted.length - 1);
  let next = first[along];
  return rounded(
    sorted.map(([id, box]) => {
      const place = { x: box.x, y: box.y, [along]: next };
      next += box[size] + gap;
      return [id, place];
    }),
  );
}

function rounded(places: readonly (readonly [string, Position])[]): Places {
  return Object.fromEntries(places.map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }]));
}
