import type { Box } from "./arrange";

const ROOM = 24;

/** The box itself, or below everything that is in its way. */
export function clearOf<Placed extends Box>(box: Placed, others: readonly Box[]): Placed {
  const inTheWay = others.find((other) => gapBetween(other, box) === 0);
  return inTheWay ? clearOf({ ...box, y: inTheWay.y + inTheWay.height + ROOM }, others) : box;
}

/** Pixels of free space between two boxes; 0 where they meet. */
export function gapBetween(a: Box, b: Box): number {
  const x = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const y = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.hypot(x, y);
}
