export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Ends {
  sourceX: number;
  sourceY: number;
  targetX: number;
  targetY: number;
}

/** Room between the loop and what it goes around. */
const GAP = 56;
const RADIUS = 36;

/** How far down the ends of a loop and the boxes between them reach. */
export function lowestBetween({ sourceX, sourceY, targetX, targetY }: Ends, boxes: Iterable<Box>): number {
  const right = sourceX + GAP / 2;
  const left = Math.min(sourceX, targetX);
  let lowest = Math.max(sourceY, targetY);
  for (const box of boxes) {
    if (box.x < right + GAP && box.x + box.width > left - GAP) lowest = Math.max(lowest, box.y + box.height);
  }
  return lowest;
}

/**
 * The way of an edge that leads back: out of the source to the right, down, below what is lowest between its ends,
 * and up into the target from below. Also where its label stands, in the middle of the lower stretch.
 */
export function loopPath({ sourceX, sourceY, targetX, targetY }: Ends, lowest: number) {
  const right = sourceX + GAP / 2;
  const floor = lowest + GAP;
  const radius = Math.min(
    RADIUS,
    (floor - Math.max(sourceY, targetY)) / 2,
    Math.max(8, Math.abs(right - targetX) / 2),
  );
  const turn = targetX < right ? 1 : -1;
  const path = [
    `M ${sourceX},${sourceY}`,
    `C ${right + GAP / 2},${sourceY} ${right + GAP / 2},${sourceY} ${right + GAP / 2},${sourceY + GAP / 2}`,
    `L ${right + GAP / 2},${floor - radius}`,
    `Q ${right + GAP / 2},${floor} ${right + GAP / 2 - turn * radius},${floor}`,
    `L ${targetX + turn * radius},${floor}`,
    `Q ${targetX},${floor} ${targetX},${floor - radius}`,
    `L ${targetX},${targetY}`,
  ].join(" ");
  return { path, labelX: (right + targetX) / 2, labelY: floor };
}
