import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { jsonDifferences } from "./json-differences";

const json = fc.jsonValue({ maxDepth: 4 }).map((value): Json => JSON.parse(JSON.stringify(value)));

test.each<[string, Json, Json | undefined, ReturnType<typeof jsonDifferences>]>([
  ["the same", { a: [1, { b: "x" }] }, { a: [1, { b: "x" }] }, []],
  ["fields in another order", { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  [
    "a value deep inside",
    { a: [1, { b: "x" }] },
    { a: [1, { b: "y" }] },
    [{ at: "a[1].b", wanted: "x", found: "y" }],
  ],
  ["a field that is missing", { a: 1, b: 2 }, { a: 1 }, [{ at: "b", wanted: 2 }]],
  ["a field too many", { a: 1 }, { a: 1, b: null }, [{ at: "b", found: null }]],
  ["a shorter list", [1, 2], [1], [{ at: "[1]", wanted: 2 }]],
  ["a longer list", [1], [1, 2], [{ at: "[1]", found: 2 }]],
  ["another kind of value", { a: {} }, { a: [] }, [{ at: "a", wanted: {}, found: [] }]],
  ["nothing at all", "x", undefined, [{ at: "", wanted: "x" }]],
])("it names %s", (_what, wanted, found, differences) => {
  expect(jsonDifferences(wanted, found)).toEqual(differences);
});

test.each<[string, Json, Json, string[]]>([
  ["more fields are no matter", { a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 }, []],
  ["a field that is missing is", { a: { b: 1 } }, { a: { c: 2 } }, ["a.b"]],
  ["lists are compared whole", { a: [1, 2] }, { a: [1, 2, 3] }, ["a"]],
])("as a part of another value: %s", (_what, wanted, found, places) => {
  expect(jsonDifferences(wanted, found, { subset: true }).map(({ at }) => at)).toEqual(places);
});

test("no more than asked for are told", () => {
  expect(
    jsonDifferences(
      Array.from({ length: 100 }, () => 1),
      [],
      { most: 3 },
    ),
  ).toHaveLength(3);
});

test("a value differs from itself nowhere, and from another somewhere", () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(jsonDifferences(one, structuredClone(one))).toEqual([]);
      expect(jsonDifferences(one, structuredClone(one), { subset: true })).toEqual([]);
      const isSame = jsonDifferences(one, other).length === 0;
      expect(isSame).toBe(jsonDifferences(other, one).length === 0);
      expect(isSame).toBe(canonical(one) === canonical(other));
    }),
  );
});

function canonical(value: Json): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
