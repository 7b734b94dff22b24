import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateEach } from "@/workflows/expressions/evaluate";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { compareJson } from "./compare";
import { mostChars, mostEntries, written } from "./limits";
import { sameKey } from "./same-key";
import { listOf, textOfSetting } from "./setting-value";

const anyJson = fc.jsonValue({ maxDepth: 2 }).map((value) => jsonSchema.parse(value));

describe("listOf", () => {
  it.each<[string, Record<string, Json>, Json[]]>([
    ["items", { items: [1, "a"] }, [1, "a"]],
    ["items", {}, []],
    ["items.filter(i, i > 1)", { items: [1, 2] }, [2]],
  ])("%s over %j is %j", (expression, state, list) => {
    expect(listOf("List", expression, state)).toEqual(list);
  });

  it.each<[string, Json, RegExp]>([
    ["items", "text", /^“List” \(items\) gives a text, and a list is needed\.$/],
    ["items", { a: 1 }, /gives an object/],
    ["items", 7, /gives 7/],
    ["items", Array.from({ length: mostEntries + 1 }, () => 0), /gives 50001 entries; a node takes up to/],
    ["items +", [], /^The expression “items \+” failed/],
  ])("%s with %.20j says what is wrong", (expression, items, message) => {
    expect(() => listOf("List", expression, { items })).toThrow(message);
  });
});

describe("textOfSetting", () => {
  it("takes texts alone", () => {
    expect(textOfSetting("Text", "body", { body: "Hi" })).toBe("Hi");
    expect(() => textOfSetting("Text", "body", {})).toThrow(
      "“Text” (body) gives nothing, and a text is needed.",
    );
    expect(() => textOfSetting("Text", "body", { body: [] })).toThrow("gives a list");
  });
});

describe("evaluateEach", () => {
  it("sees the entry, its place and the state", () => {
    expect(evaluateEach("item.a + index + add", [{ a: 1 }, { a: 2 }], { add: 10, item: "shadowed" })).toEqual(
      [11, 13],
    );
  });

  it("says at which entry it failed", () => {
    expect(() => evaluateEach("item.a.b", [{ a: { b: 1 } }, { a: {} }], {})).toThrow(
      /^The expression “item\.a\.b” failed\. For entry 2: No such key: b/,
    );
  });

  it("has one budget for all entries", () => {
    const entries = Array.from({ length: mostEntries }, () => "x".repeat(40));
    expect(evaluateEach("size(item) > index", entries, {})).toHaveLength(mostEntries);
    const heavy = `[${"1,".repeat(50)}1].map(n, n + 1).size()`;
    expect(() => evaluateEach(heavy, entries, {})).toThrow(/too many steps/);
  });
});

describe("written", () => {
  it("leaves out what has no channel", () => {
    expect(
      written([
        ["a", 1],
        [undefined, 2],
        ["", 3],
      ]),
    ).toEqual({ a: 1 });
  });

  it("refuses what is too large for a channel", () => {
    expect(() => written([["a", "x".repeat(mostChars)]])).toThrow("“a” is too large");
  });
});

describe("compareJson", () => {
  it("orders texts as people do, numbers by size, and nothing last", () => {
    const mixed: Json[] = [null, "b", "a10", 3, { a: 1 }, "a2", "A2", true, -1, false, [2]];
    expect(mixed.toSorted(compareJson)).toEqual([
      -1,
      3,
      "A2",
      "a2",
      "a10",
      "b",
      false,
      true,
      [2],
      { a: 1 },
      null,
    ]);
  });

  it("is a total order", () => {
    fc.assert(
      fc.property(anyJson, anyJson, anyJson, (a, b, c) => {
        expect(Math.sign(compareJson(a, b))).toBe(-Math.sign(compareJson(b, a)) + 0);
        const [low = null, middle = null, high = null] = [a, b, c].toSorted(compareJson);
        expect(compareJson(low, middle)).toBeLessThanOrEqual(0);
        expect(compareJson(middle, high)).toBeLessThanOrEqual(0);
        expect(compareJson(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("sameKey", () => {
  it.each<[Json, Json, boolean]>([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true],
    [1, 1, true],
    [1, "1", false],
    [null, "null", false],
    [[1, 2], [2, 1], false],
  ])("of %j and %j: %s", (one, other, same) => {
    expect(sameKey(one) === sameKey(other)).toBe(same);
  });
});
