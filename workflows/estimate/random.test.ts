import { expect, it } from "vitest";
import { random } from "./random";

const take = (seed: number, count: number) => {
  const next = random(seed);
  return Array.from({ length: count }, next);
};

it("repeats itself for the same seed and for no other", () => {
  expect(take(1, 20)).toEqual(take(1, 20));
  expect(take(1, 20)).not.toEqual(take(2, 20));
});

it("fills the range from 0 up to 1 evenly", () => {
  const values = take(7, 10_000);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth++) {
    const inside = values.filter((value) => Math.floor(value * 10) === tenth).length;
    // Four standard deviations of a binomial count, √(n·p·(1−p)) = 30.
    expect(Math.abs(inside - 1_000)).toBeLessThan(120);
  }
});
