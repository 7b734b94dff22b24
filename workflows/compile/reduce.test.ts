import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Channel, Reducer } from "@/workflows/graph/channel";
import { initialOf } from "@/workflows/graph/initial-value";
import type { Json } from "@/workflows/graph/json";
import { combineOf } from "./reduce";

const channel = (reducer: Reducer, more: Partial<Channel> = {}): Channel => ({
  type: "any",
  reducer,
  ...more,
});

function reduced(reducer: Reducer, writes: unknown[], more: Partial<Channel> = {}): unknown {
  const combine = combineOf(channel(reducer, more));
  return writes.reduce((current, next) => combine(current, next), initialOf(channel(reducer, more)));
}

describe("reducers", () => {
  it.each([
    ["replace", [1, 2], 2],
    ["append", [1, [2, 3], "4"], [1, 2, 3, "4"]],
    ["merge", [{ a: 1, b: 1 }, { b: 2 }], { a: 1, b: 2 }],
    ["add", [1, 2.5], 3.5],
    ["union", [["a", "b"], "b", { x: 1 }, [{ x: 1 }]], ["a", "b", { x: 1 }]],
    ["first", ["a", "b"], "a"],
    ["max", [2, 10, 9], 10],
    ["max", ["b", "c", "a"], "c"],
  ] as const)("%s makes of %j: %j", (reducer, writes, value) => {
    expect(reduced(reducer, [...writes])).toEqual(value);
  });

  it.each<[Reducer, Json, unknown[], unknown]>([
    ["append", [1], [2], [1, 2]],
    ["add", 5, [2], 7],
    ["max", 9, [2], 9],
    ["first", "stand-in", ["a", "b"], "a"],
    ["replace", "stand-in", [], "stand-in"],
  ])("%s starts from the default %j", (reducer, initial, writes, value) => {
    expect(reduced(reducer, writes, { default: initial })).toEqual(value);
  });

  it.each(["add", "max", "union"] as const)(
    "%s does not depend on the order of parallel writes",
    (reducer) => {
      const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort((a, b) => a - b) : value);
      fc.assert(
        fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), (writes) => {
          expect(sorted(reduced(reducer, writes))).toEqual(sorted(reduced(reducer, writes.toReversed())));
        }),
      );
    },
  );

  it("never changes the values it combines, nor the channel's default", () => {
    const base = channel("append", { default: ["x"] });
    const write = Object.freeze(["y"]);
    const value = combineOf(base)(Object.freeze(["a"]), write);
    expect(value).toEqual(["a", "y"]);
    expect(initialOf(base)).not.toBe(base.default);
  });
});
