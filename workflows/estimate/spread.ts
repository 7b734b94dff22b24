import type { Spread } from "./history";

/** Half of all lies at or below `p50`, nineteen in twenty at or below `p95`. */
export interface Range {
  p50: number;
  p95: number;
}

/**
 * The value at a place `u` (from 0 up to 1) of a spread: straight lines from p5 at 0.05 over p50 at 0.5 to p95 at 0.95,
 * level outside. Three percentiles say nothing of the tails, so this is the plainest curve through them that never
 * falls when one of them grows. One below a smaller one counts as that.
 */
export function valueAt({ p5, p50, p95 }: Spread, u: number): number {
  const middle = Math.max(p5, p50);
  if (u <= 0.5) return p5 + (middle - p5) * Math.max(0, (u - 0.05) / 0.45);
  return middle + Math.max(0, p95 - middle) * Math.min(1, (u - 0.5) / 0.45);
}

/**
 * The range of values: of n sorted ones, the one of rank ⌈p·n⌉ (the nearest-rank method), so always a value that
 * occurred. None give 0.
 */
export function rangeOf(values: readonly number[]): Range {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (p: number) => sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
