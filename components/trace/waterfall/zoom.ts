/** The part of the axis that is looked at, in percent of the whole. */
export interface AxisWindow {
  from: number;
  to: number;
}

export const wholeAxis: AxisWindow = { from: 0, to: 100 };
/** How near one may come: a ten-thousandth of the axis. */
const narrowest = 0.01;

/** Nearer (factor below 1) or farther, around a place of the whole axis that stays where it is. */
export function zoomAround({ from, to }: AxisWindow, factor: number, at: number): AxisWindow {
  const width = Math.min(100, Math.max(narrowest, (to - from) * factor));
  const share = to > from ? (at - from) / (to - from) : 0.5;
  return inside(at - share * width, width);
}

/** The same part, moved by a share of its own width. */
export function panned({ from, to }: AxisWindow, share: number): AxisWindow {
  const width = to - from;
  return inside(from + share * width, width);
}

/** From one place to another, whichever comes first; nothing where both are about the same. */
export function between(one: number, other: number): AxisWindow | undefined {
  const from = Math.min(one, other);
  const width = Math.max(one, other) - from;
  return width < narrowest ? undefined : inside(from, width);
}

export function isWhole({ from, to }: AxisWindow): boolean {
  return to - from >= 100;
}

/** Where a place of the whole axis lies in the part that is looked at, in percent; outside it below 0 or over 100. */
export function seenAt(place: number, { from, to }: AxisWindow): number {
  return ((place - from) / (to - from)) * 100;
}

/** A stretch of the whole axis as far as it is seen; nothing where none of it is. */
export function seenStretch(
  { left, width }: { left: number; width: number },
  window: AxisWindow,
): { left: number; width: number } | undefined {
  if (isWhole(window)) return { left, width };
  const from = Math.max(-1, seenAt(left, window));
  const to = Math.min(101, seenAt(left + width, window));
  return to <= -1 || from >= 101 ? undefined : { left: from, width: Math.max(0, to - from) };
}

function inside(from: number, width: number): AxisWindow {
  const begin = Math.min(100 - width, Math.max(0, from));
  return { from: begin, to: begin + width };
}
