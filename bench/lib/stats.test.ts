import { expect, it } from "vitest";
import { median, percentile, slope } from "./stats";

it.each([
  [[5, 1, 3], 0.5, 3],
  [[4, 1, 3, 2], 0.5, 2],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95, 10],
  [[7], 0, 7],
])("of %j at %f is %f", (numbers, share, value) => {
  expect(percentile(numbers, share)).toBe(value);
});

it("has no value for nothing", () => {
  expect(median([])).toBeNaN();
});

it.each([
  [[1, 2, 3, 4], 1],
  [[5, 5, 5], 0],
  [[4, 1, 4, 1, 4, 1], -0.257],
])("the slope of %j is %f", (numbers, value) => {
  expect(slope(numbers)).toBeCloseTo(value, 3);
});
