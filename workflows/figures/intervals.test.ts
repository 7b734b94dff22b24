import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Interval, lengthOf, lengthWithin, minus, union } from "./intervals";

describe("stretches of time", () => {
  it.each<[Interval[], Interval[]]>([
    [[], []],
    [[[3, 1]], []],
    [
      [
        [5, 6],
        [1, 2],
      ],
      [
        [1, 2],
        [5, 6],
      ],
    ],
    [
      [
        [1, 4],
        [2, 3],
        [4, 5],
      ],
      [[1, 5]],
    ],
  ])("%j without overlaps are %j", (given, expected) => expect(union(given)).toEqual(expected));

  it.each<[Interval[], Interval[], Interval[]]>([
    [[[0, 10]], [], [[0, 10]]],
    [
      [[0, 10]],
      [[2, 4]],
      [
        [0, 2],
        [4, 10],
      ],
    ],
    [[[0, 10]], [[-5, 20]], []],
    [
      [
        [0, 3],
        [5, 8],
      ],
      [[2, 6]],
      [
        [0, 2],
        [6, 8],
      ],
    ],
  ])("%j less %j are %j", (from, taken, left) => expect(minus(from, taken)).toEqual(left));

  const stretch = fc
    .tuple(fc.nat(1_000), fc.nat(100))
    .map(([from, length]): Interval => [from, from + length]);

  it("have a part taken and a part left that come to the whole", () => {
    fc.assert(
      fc.property(fc.array(stretch), fc.array(stretch), (all, taken) => {
        const left = minus(all, taken);
        expect(lengthOf(left) + lengthOf(minus(all, left))).toBe(lengthOf(all));
        expect(lengthOf(minus(left, taken))).toBe(lengthOf(left));
      }),
    );
  });

  it("are less what is taken, moment by moment, in order and without overlaps", () => {
    const holds = (intervals: readonly Interval[], time: number) =>
      intervals.some(([from, to]) => from <= time && time < to);
    fc.assert(
      fc.property(fc.array(stretch), fc.array(stretch), (all, taken) => {
        const left = minus(all, taken);
        expect(left).toEqual(union(left));
        for (let time = 0; time <= 1_100; time += 1) {
          expect(holds(left, time)).toBe(holds(all, time) && !holds(taken, time));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("lie between two times for as long as what remains there", () => {
    fc.assert(
      fc.property(fc.array(stretch), fc.nat(1_200), fc.nat(1_200), (all, from, to) => {
        const outside = minus([[from, to]], all);
        expect(lengthWithin(all)(from, to)).toBe(Math.max(0, to - from) - lengthOf(outside));
      }),
    );
  });
});
