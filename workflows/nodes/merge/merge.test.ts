import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeObjects } from "@/workflows/data/plain-object";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { mergeConfig, mergeDefinition } from "./definition";

nodeContract("merge");

const sources = [{ value: "a" }, { value: "b" }];
const merge = async (mode: string, state: JsonObject, more: object = {}) =>
  (await runNode("merge", { mode, sources, output: "out", ...more }, state)).update?.out;

describe("merge", () => {
  it.each<[string, Json, Json, Json]>([
    ["lists", [1], [2, 3], [1, 2, 3]],
    ["lists", null, [2], [2]],
    ["objects", { a: 1, b: { x: 1 } }, { b: { y: 2 } }, { a: 1, b: { y: 2 } }],
    ["objects", { a: 1 }, null, { a: 1 }],
    ["deep", { a: 1, b: { x: 1, z: [1] } }, { b: { y: 2, z: [2] } }, { a: 1, b: { x: 1, y: 2, z: [2] } }],
  ])("%s of %j and %j is %j", async (mode, a, b, out) => {
    expect(await merge(mode, { a, b })).toEqual(out);
  });

  it.each<[string, Json]>([
    [
      "all",
      [
        { id: 1, n: "x" },
        { id: 2, n: "y", t: 5 },
        { id: 3, t: 7 },
      ],
    ],
    [
      "first",
      [
        { id: 1, n: "x" },
        { id: 2, n: "y", t: 5 },
      ],
    ],
    ["common", [{ id: 2, n: "y", t: 5 }]],
  ])("by key keeps %s", async (keep, out) => {
    const state = {
      a: [
        { id: 1, n: "x" },
        { id: 2, n: "y" },
      ],
      b: [
        { id: 2, t: 5 },
        { id: 3, t: 7 },
      ],
    };
    expect(await merge("by-key", state, { key: "item.id", keep })).toEqual(out);
  });

  it.each<[string, JsonObject, object, RegExp]>([
    ["lists", { a: [1], b: 2 }, {}, /“Value 2” \(b\) gives 2, and a list is needed/],
    ["objects", { a: [], b: {} }, {}, /“Value 1” \(a\) gives a list, and an object is needed/],
    ["by-key", { a: [1], b: [] }, { key: "item" }, /“Entry 1 of value 1”/],
    ["by-key", { a: [{}], b: [] }, { key: "item.id" }, /For entry 1: No such key: id/],
  ])("%s says what does not fit: %j", async (mode, state, more, message) => {
    await expect(merge(mode, state, more)).rejects.toThrow(message);
  });

  it("sets keys that mean something in JavaScript as any other", () => {
    const evil = JSON.parse(
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
    );
    const out = mergeObjects({ constructor: { a: 1 } }, evil, true);
    expect(Object.hasOwn(out, "__proto__")).toBe(true);
    expect(JSON.stringify({})).toBe("{}");
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("with nothing changes nothing, and with itself neither", () => {
    const object = fc.dictionary(
      fc.string(),
      fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
    );
    fc.assert(
      fc.property(object, fc.boolean(), (one, deep) => {
        expect(mergeObjects(one, {}, deep)).toEqual(one);
        expect(mergeObjects({}, one, deep)).toEqual(one);
        expect(mergeObjects(one, one, deep)).toEqual(one);
      }),
    );
  });

  it("knows what it reads and writes", () => {
    const config = mergeConfig.parse({ mode: "by-key", sources, key: "item.id + offset", output: "out" });
    expect(mergeDefinition.reads(config).map(({ channel, field }) => `${field} ${channel}`)).toEqual([
      "sources.0.value a",
      "sources.1.value b",
      "key offset",
    ]);
    expect(mergeDefinition.writes(config)).toEqual([{ channel: "out", field: "output", type: "array" }]);
    expect(mergeDefinition.writes({ ...config, mode: "deep" })).toMatchObject([{ type: "object" }]);
  });

  it("says what a new one lacks", () => {
    expect(issuesOf("merge", { mode: "by-key", sources: [{ value: "" }, { value: "b" }] })).toEqual([
      "sources.0.value: Say what is merged.",
      "key: Say by what entries belong together.",
      "output: The result goes nowhere: choose the channel to write it to.",
    ]);
  });
});
