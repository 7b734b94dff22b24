import { expect, it } from "vitest";
import { inParts } from "./in-parts";

const upTo = (most: number) => [{ most, sizeOf: (item: number) => item }];

it.each<[number[], number, number[][]]>([
  [[], 5, []],
  [[2, 3, 1], 5, [[2, 3], [1]]],
  [[9, 1, 1], 5, [[9], [1, 1]]],
  [[1, 9, 0], 5, [[1], [9], [0]]],
  [[5, 0, 0], 5, [[5, 0, 0]]],
])("%j come in parts of at most %i: %j", (items, most, parts) => {
  expect(inParts(items, upTo(most))).toEqual(parts);
});

it("keeps to each of several limits", () => {
  const pairs = { most: 2, sizeOf: () => 1 };
  expect(inParts([1, 1, 1, 4, 1], [...upTo(5), pairs])).toEqual([[1, 1], [1, 4], [1]]);
});
