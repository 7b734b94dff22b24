import type { Position } from "@/workflows/graph/document";

/** What a dragged node lines up by: its box, and the height its edges run at. */
export interface Outline extends Position {
  width: number;
  height: number;
  anchor: number;
}

export interface Guides {
  /** Lines to draw, at an x and at a y of the canvas. */
  x?: number;
  y?: number;
}

const linesX = ({ x, width }: Outline) => [x, x + width / 2, x + width];
const linesY = ({ y, height, anchor }: Outline) => [y + anchor, y, y + height];

/** How far a dragged node is pulled so that it lines up with others, within `reach`, and the lines to show. */
export function snap(
  dragged: Outline,
  others: readonly Outline[],
  reach: number,
): { by: Position; guides: Guides } {
  const x = closest(linesX(dragged), others.map(linesX), reach);
  const y = closest(linesY(dragged), others.map(linesY), reach);
  return {
    by: { x: x?.by ?? 0, y: y?.by ?? 0 },
    guides: { ...(x ? { x: x.at } : {}), ...(y ? { y: y.at } : {}) },
  };
}

/** Lines of one kind meet lines of the same kind: left edges left edges, middles middles. */
function closest(
  own: readonly number[],
  others: readonly (readonly number[])[],
  reach: number,
): { by: number; at: number } | undefined {
  let best: { by: number; at: number } | undefined;
  for (const lines of others) {
    for (const [index, at] of lines.entries()) {
      const by = at - (own[index] ?? Number.NaN);
      if (Math.abs(by) <= reach && (!best || Math.abs(by) < Math.abs(best.by))) best = { by, at };
    }
  }
  return best;
}
