/** A stretch of time, the end excluded. */
export type Interval = readonly [from: number, to: number];

/** The same time without overlaps, in order. */
export function union(intervals: readonly Interval[]): Interval[] {
  const found: [number, number][] = [];
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    if (to <= from) continue;
    const last = found.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

/** What of the first is not in the second; goes through both once. */
export function minus(from: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const gone = union(taken);
  const left: Interval[] = [];
  let at = 0;
  for (const [start, end] of union(from)) {
    let free = start;
    // What ends before this stretch ends before all that follow, too.
    for (; at < gone.length; at += 1) {
      const [goneFrom, goneTo] = gone[at] ?? [end, end];
      if (goneFrom >= end) break;
      if (goneFrom > free) left.push([free, goneFrom]);
      free = Math.max(free, goneTo);
      if (goneTo > end) break;
    }
    if (free < end) left.push([free, end]);
  }
  return left;
}

/** How long they are together; overlaps count once. */
export function lengthOf(intervals: readonly Interval[]): number {
  return union(intervals).reduce((sum, [from, to]) => sum + (to - from), 0);
}

/**
 * How much of them lies between two times, asked many times over: each answer takes as many steps as a search among them,
 * and does not go through them again.
 */
export function lengthWithin(intervals: readonly Interval[]): (from: number, to: number) => number {
  const parts = union(intervals);
  let sum = 0;
  const before = parts.map(([from, to]) => {
    const so = sum;
    sum += to - from;
    return so;
  });
  const until = (time: number): number => {
    const at = lastFrom(parts, time);
    const part = parts[at];
    return part ? (before[at] ?? 0) + Math.min(time, part[1]) - part[0] : 0;
  };
  return (from, to) => (to > from ? until(to) - until(from) : 0);
}

/** The last that begins at or before a time; -1: none. */
function lastFrom(parts: readonly Interval[], time: number): number {
  let low = -1;
  let high = parts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.[0] ?? Number.POSITIVE_INFINITY) <= time) low = middle;
    else high = middle;
  }
  return low;
}
