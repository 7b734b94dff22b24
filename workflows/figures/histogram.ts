/** How much longer each bucket reaches than the one before: no percentile is off by more than half of it. */
const growth = 1.1;
/** Thirty days; what takes longer counts as that. */
const longestMs = 2_592_000_000;

/** How often a time fell into each bucket. Histograms of parts are added up to the histogram of the whole. */
export type Histogram = ReadonlyMap<number, number>;

/** The bucket of a time in milliseconds: 0 holds all up to 1 ms, each next one reaches a tenth further. */
export function bucketOf(ms: number): number {
  const held = Math.min(Math.max(ms, 1), longestMs);
  return Math.max(0, Math.ceil(Math.log(held) / Math.log(growth) - 1e-9));
}

/** The time that stands for a bucket: its middle, in whole milliseconds. */
export function middleOf(bucket: number): number {
  const top = growth ** bucket;
  return Math.round((top + top / growth) / 2);
}

/**
 * The time that the given part of all were done within (nearest rank), as exact as the buckets are.
 * @param part from 0 to 1
 */
export function percentile(histogram: Histogram, part: number): number | null {
  let all = 0;
  for (const count of histogram.values()) all += count;
  if (all === 0) return null;
  let left = Math.max(1, Math.ceil(part * all));
  const buckets = [...histogram.keys()].toSorted((a, b) => a - b);
  for (const bucket of buckets) {
    left -= histogram.get(bucket) ?? 0;
    if (left <= 0) return middleOf(bucket);
  }
  return null;
}
