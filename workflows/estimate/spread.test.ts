import fc from "fast-check";
import { expect, it } from "vitest";
import { rangeOf, valueAt } from "./spread";

const amount = fc.double({ min: 0, max: 1e9, noNaN: true });
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

it.each([
  [0, 50],
  [0.05, 50],
  [0.275, 75],
  [0.5, 100],
  [0.725, 200],
  [0.95, 300],
  [0.99, 300],
])("at %d of 50, 100 and 300 stands %d", (u, expected) => {
  expect(valueAt({ p5: 50, p50: 100, p95: 300 }, u)).toBeCloseTo(expected, 9);
});

it("never falls with its place, nor with a percentile, and one value is that value everywhere", () => {
  fc.assert(
    fc.property(amount, amount, amount, amount, place, place, (p5, p50, p95, more, u, v) => {
      const here = valueAt({ p5, p50, p95 }, u);
      const rounding = 1e-9 * (p5 + p50 + p95 + more);
      expect(here).toBeGreaterThanOrEqual(0);
      expect(valueAt({ p5, p50, p95 }, Math.max(u, v))).toBeGreaterThanOrEqual(here - rounding);
      expect(valueAt({ p5: p5 + more, p50, p95 }, u)).toBeGreaterThanOrEqual(here - rounding);
      expect(valueAt({ p5, p50: p50 + more, p95 }, u)).toBeGreaterThanOrEqual(here - rounding);
      expect(valueAt({ p5, p50, p95: p95 + more }, u)).toBeGreaterThanOrEqual(here - rounding);
      expect(valueAt({ p5, p50: p5, p95: p5 }, u)).toBe(p5);
    }),
  );
});

it.each([
  [[], 0, 0],
  [[7], 7, 7],
  [[3, 1, 2], 2, 3],
  [Array.from({ length: 100 }, (_, index) => 100 - index), 50, 95],
])("the range of %j is %d to %d", (values, p50, p95) => {
  expect(rangeOf(values)).toEqual({ p50, p95 });
});
