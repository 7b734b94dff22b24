import { expect, it } from "vitest";
import { formatCount, plural } from "./count";

it.each([
  [0, "0"],
  [312, "312"],
  [4_140, "4.1K"],
  [2_000_000, "2M"],
])("%i is short for %s", (count, expected) => {
  expect(formatCount(count)).toBe(expected);
});

it.each<[number, string, string | undefined, string]>([
  [0, "run", undefined, "0 runs"],
  [1, "run", undefined, "1 run"],
  [1_204, "run", undefined, "1,204 runs"],
  [2, "entry", "entries", "2 entries"],
])("%i %s", (count, one, many, expected) => {
  expect(plural(count, one, many)).toBe(expected);
});
