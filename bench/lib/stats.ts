/** The value below which `share` (0 to 1) of the numbers lie, by the nearest rank; NaN for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);

/** By how much the numbers grow from one to the next: the slope of the straight line nearest to them. */
export function slope(numbers: readonly number[]): number {
  const middle = (numbers.length - 1) / 2;
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const along = numbers.reduce((sum, each, index) => sum + (index - middle) * (each - mean), 0);
  return along / numbers.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
}
