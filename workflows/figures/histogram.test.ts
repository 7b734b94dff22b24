import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketOf, middleOf, percentile } from "./histogram";

const time = fc.integer({ min: 1, max: 2_592_000_000 });
const histogramOf = (times: readonly number[]) => {
  const counts = new Map<number, number>();
  for (const ms of times) counts.set(bucketOf(ms), (counts.get(bucketOf(ms)) ?? 0) + 1);
  return counts;
};

describe("buckets", () => {
  it.each([
    [-1, 0],
    [0, 0],
    [1, 0],
    [1.05, 1],
    [1.1, 1],
    [1.2, 2],
    [1_000, 73],
    [2_592_000_000, 228],
    [9e15, 228],
  ])("%d ms stand in %d", (ms, bucket) => expect(bucketOf(ms)).toBe(bucket));

  it("never go down as times go up, and hold a time within a twentieth, or half a millisecond", () => {
    fc.assert(
      fc.property(time, time, (a, b) => {
        expect(bucketOf(Math.max(a, b))).toBeGreaterThanOrEqual(bucketOf(Math.min(a, b)));
        expect(Math.abs(middleOf(bucketOf(a)) - a)).toBeLessThanOrEqual(a * 0.05 + 0.51);
      }),
    );
  });
});

describe("percentiles", () => {
  it("of nothing there is none", () => expect(percentile(new Map(), 0.5)).toBeNull());

  it.each([
    [[10, 20, 30, 40], 0.5, 20],
    [[10, 20, 30, 40], 0.95, 40],
    [[10], 0.99, 10],
    [[5, 5, 5, 900], 0.75, 5],
  ])("of %j, %d", (times, part, expected) => {
    expect(percentile(histogramOf(times), part)).toBe(middleOf(bucketOf(expected)));
  });

  it("are the nearest rank's of the times themselves, as exact as buckets are, however they were added up", () => {
    fc.assert(
      fc.property(fc.array(time, { minLength: 1 }), fc.constantFrom(0.5, 0.95, 0.99), (times, part) => {
        const rank = times.toSorted((a, b) => a - b)[Math.ceil(part * times.length) - 1] ?? 0;
        expect(percentile(histogramOf(times), part)).toBe(middleOf(bucketOf(rank)));
        expect(percentile(histogramOf(times.toReversed()), part)).toBe(percentile(histogramOf(times), part));
      }),
    );
  });
});
