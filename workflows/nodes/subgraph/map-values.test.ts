import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combineOf } from "@/workflows/compile/reduce";
import type { Channel, Channels } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { json } from "@/workflows/graph/testing/arbitraries";
import { valuesIn } from "../values-in";
import { valuesOut } from "./map-values";

const thereAndBack = { inputs: [{ from: "out", to: "x" }], outputs: [{ from: "x", to: "out" }] };
const nothing = { update: {}, overwrite: {} };

/** What the channel out here holds after the subgraph has given back what it holds inside. */
function settled(channel: Channel, before: Json | undefined, after: Json): unknown {
  const state = before === undefined ? {} : { out: before };
  const { update, overwrite } = valuesOut(thereAndBack, { out: channel }, state, { x: after });
  if (Object.hasOwn(overwrite, "out")) return overwrite.out;
  return Object.hasOwn(update, "out") ? combineOf(channel)(before, update.out) : before;
}

const lists = fc.array(json, { maxLength: 4 });
const sets = fc.uniqueArray(json, { maxLength: 4, selector: (item) => JSON.stringify(item) });
const objects = fc.dictionary(fc.constantFrom("a", "b", "toString"), json);
const whole = fc.integer({ min: -1e6, max: 1e6 });
/** What was there, with or without something behind it, or anything else. */
const grown = (items: fc.Arbitrary<Json[]>) =>
  fc
    .tuple(items, items, fc.boolean())
    .map(([one, more, on]): [Json, Json] => [one, on ? [...one, ...more] : more]);

const pairs: [Channel, fc.Arbitrary<[Json, Json]>][] = [
  [{ type: "any", reducer: "replace" }, fc.tuple(json, json)],
  [{ type: "array", reducer: "append" }, grown(lists)],
  [{ type: "array", reducer: "union" }, grown(sets)],
  [{ type: "object", reducer: "merge" }, fc.tuple(objects, objects)],
  [{ type: "number", reducer: "add" }, fc.tuple(whole, whole)],
  [{ type: "any", reducer: "first" }, fc.tuple(json, json)],
  [{ type: "any", reducer: "first", default: 1 }, fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(1, 2))],
  [{ type: "number", reducer: "max" }, fc.tuple(whole, whole)],
];

describe("a channel that goes in and comes back", () => {
  it.each(pairs)("holds out here what it holds inside: %j", (channel, both) => {
    fc.assert(
      fc.property(both, ([before, after]) => {
        expect(settled(channel, before, after)).toEqual(after);
      }),
    );
  });

  it.each(pairs)("holds it as well where it began with nothing: %j", (channel, both) => {
    // A set has no item twice, wherever it came from.
    const distinct = (value: Json) =>
      JSON.stringify(combineOf(channel)(undefined, value)) === JSON.stringify(value);
    fc.assert(
      fc.property(both, ([, after]) => {
        fc.pre(distinct(after));
        expect(settled(channel, undefined, after)).toEqual(after);
      }),
    );
  });

  it.each(pairs)("gives the reducer nothing to do where nothing changed: %j", (channel, both) => {
    fc.assert(
      fc.property(both, ([before]) => {
        const values = { x: structuredClone(before) };
        expect(valuesOut(thereAndBack, { out: channel }, { out: before }, values)).toEqual(nothing);
      }),
    );
  });

  it("adds what was added on both sides: a count goes on from where it stands by then", () => {
    const count: Channel = { type: "number", reducer: "add" };
    const { update } = valuesOut(thereAndBack, { out: count }, { out: 4 }, { x: 6 });
    expect(combineOf(count)(10, update.out)).toBe(12);
  });

  it("writes over a default where only the first value counts", () => {
    const first: Channel = { type: "any", reducer: "first", default: "none" };
    const out = (before: string) => valuesOut(thereAndBack, { out: first }, { out: before }, { x: "late" });
    expect(out("none")).toEqual({ update: { out: "late" }, overwrite: {} });
    expect(out("early")).toEqual({ update: {}, overwrite: { out: "late" } });
  });
});

describe("a channel that comes out", () => {
  const list: Channel = { type: "array", reducer: "append" };
  const channels: Channels = { one: list, two: list };

  it.each<[string, { from: string; to: string }[], object]>([
    ["into the one that did not fill it", [{ from: "x", to: "two" }], { two: [1, 2] }],
    ["from another than the one that was filled", [{ from: "y", to: "one" }], { one: [1, 3] }],
    [
      "into two",
      [
        { from: "x", to: "one" },
        { from: "x", to: "two" },
      ],
      { one: [2], two: [1, 2] },
    ],
    [
      "into none that is there",
      [
        { from: "x", to: "three" },
        { from: "x", to: "valueOf" },
      ],
      {},
    ],
    [
      "but holds nothing",
      [
        { from: "z", to: "one" },
        { from: "toString", to: "two" },
      ],
      {},
    ],
  ])("%s brings what it should", (_, outputs, update) => {
    const inputs = [{ from: "one", to: "x" }];
    const values = { x: [1, 2], y: [1, 3], z: undefined };
    expect(valuesOut({ inputs, outputs }, channels, { one: [1], two: [1] }, values)).toEqual({
      update,
      overwrite: {},
    });
  });
});

describe("a channel that goes in", () => {
  it.each<[string, object, object]>([
    ["nothing", {}, { x: "default" }],
    ["null, which is nothing", { a: null }, { x: "default" }],
    ["an empty text", { a: "" }, { x: "" }],
    ["zero", { a: 0 }, { x: 0 }],
    ["false", { a: false }, { x: false }],
  ])("holding %s", (_, state, given) => {
    const inputs = [{ from: "a", to: "x" }];
    expect(valuesIn(inputs, { x: { default: "default" } }, { ...state })).toEqual(given);
  });

  it("may fill several, and takes no name that every object has for a value", () => {
    const inputs = ["a", "a", "toString"].map((from, at) => ({ from, to: `x${at}` }));
    expect(valuesIn(inputs, {}, { a: 1 })).toEqual({ x0: 1, x1: 1 });
  });
});
