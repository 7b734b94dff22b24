import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { prototypeKey } from "@/workflows/graph/prototype-key";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { transformConfig } from "./definition";
import { transformed } from "./transformed";

const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((value): Json => jsonSchema.parse(JSON.parse(JSON.stringify(value))));
const base = { mode: "value", value: "x", list: "x", each: "item", output: "o" } as const;
const valueFrom = (value: string, state: Record<string, Json>) =>
  transformed({ ...base, value }, state).update.o;
const listFrom = (each: string, x: Json, more: Record<string, Json> = {}) =>
  transformed({ ...base, mode: "list", each }, { x, ...more }).update.o;
/** Half signs are no text that a database takes; nothing that can be typed holds one. */
const typed = hostileValues.filter(([, value]) => prototypeKey(value) === undefined);

describe("a value", () => {
  it.each(typed)("that is only handed on comes out as it was: %s", (_, x) => {
    expect(valueFrom("x", { x })).toEqual(x);
    expect(valueFrom("{'in': [x]}", { x })).toEqual({ in: [x] });
  });

  it("of any kind is handed on, alone and inside of others", () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(valueFrom("[a, b, a]", { a, b })).toEqual([a, b, a]);
        expect(valueFrom("{'a': a, 'b': {'b': b}}", { a, b })).toEqual({ a, b: { b } });
      }),
    );
  });

  it("comes from a copy: what stands in the state stays as it was", () => {
    const x = Object.freeze([Object.freeze({ n: 1 })]);
    expect(transformed({ ...base, value: "x + [{'n': 2}]" }, { x }).update.o).toEqual([{ n: 1 }, { n: 2 }]);
    expect(x).toEqual([{ n: 1 }]);
  });

  it.each<[string, RegExp]>([
    ["1 / 0", /failed/],
    ["x.y", /failed/],
    ["int", /type or bytes|failed/],
    ["b'bytes'", /type or bytes|failed/],
    ["x +", /failed/],
    ["unknown(1)", /failed/],
    ["[1,2,3].map(i, [1,2,3].map(j, x))[99]", /failed/],
  ])("that cannot be is refused with its expression: %s", (value, message) => {
    expect(() => valueFrom(value, { x: 1 })).toThrow(message);
  });
});

describe("a value for each entry", () => {
  it("is one for each, in their order, and the list itself where the entry is the value", () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 10 }), (x) => {
        expect(listFrom("item", x)).toEqual(x);
        expect(listFrom("index", x)).toEqual(x.map((_, at) => at));
        expect(listFrom("[item]", x)).toEqual(x.map((item) => [item]));
      }),
    );
  });

  it("one after the other is the same as both at once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 })), (x) => {
        const twice = listFrom("item * 2", x) ?? null;
        expect(listFrom("item + 1", twice)).toEqual(listFrom("item * 2 + 1", x));
      }),
    );
  });

  it("hides no channel but those of the entry's own names", () => {
    expect(listFrom("item + add", [1, 2], { add: 10, item: 99, index: 99 })).toEqual([11, 12]);
    expect(valueFrom("item", { item: 99, x: 0 })).toBe(99);
  });

  it.each<[Json, RegExp]>([
    ["text", /“List” \(x\) gives a text, and a list is needed/],
    [{ a: 1 }, /gives an object/],
    [true, /gives true/],
  ])("needs a list: %j", (x, message) => {
    expect(() => listFrom("item", x)).toThrow(message);
  });

  it("of nothing is an empty list, and of too many is refused", () => {
    expect(transformed({ ...base, mode: "list" }, {}).update.o).toEqual([]);
    const many = Array.from({ length: 50_001 }, () => 0);
    expect(() => listFrom("item", many)).toThrow(expect.objectContaining({ code: "too_large" }));
  });

  it("says at which entry it failed", () => {
    expect(() => listFrom("item.a", [{ a: 1 }, {}])).toThrow(/For entry 2: No such key: a/);
  });

  it("that grows beyond what a channel holds is refused, not cut", () => {
    const x = Array.from({ length: 100 }, () => "y".repeat(60_000));
    expect(() => listFrom("item", x)).toThrow(expect.objectContaining({ code: "too_large" }));
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ mode: "both" }, "mode"],
    [{ value: 1 }, "value"],
    [{ list: null }, "list"],
    [{ each: ["item"] }, "each"],
    [{ output: "" }, "output"],
  ])("%j is refused at its field", (more, field) => {
    const found = transformConfig.safeParse({ ...base, ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it.each([
    [{ mode: "value", value: " \n", output: "o" }, ["value"]],
    [{ mode: "list", value: "x", list: "\t", each: "", output: "o" }, ["list", "each"]],
    [{ mode: "list", list: "x", each: "item" }, ["output"]],
  ])("%j has problems at %j", (config, fields) => {
    expect(issuesOf("transform", config).map((issue) => issue.split(":")[0])).toEqual(fields);
  });

  it("runs the same when it is visited again", async () => {
    const state = { x: [1, 2] };
    const config = { mode: "list", list: "x", each: "item + 1", output: "x" };
    const first = await runNode("transform", config, state);
    expect(first).toEqual({ update: { x: [2, 3] } });
    expect(await runNode("transform", config, { ...state, ...first.update })).toEqual({
      update: { x: [3, 4] },
    });
  });
});
