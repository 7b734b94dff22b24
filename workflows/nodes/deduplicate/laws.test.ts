import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameKey } from "@/workflows/data/same-key";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { runNode } from "@/workflows/testing/run-node";
import { deduplicated } from "./deduplicated";
import { deduplicateConfig } from "./definition";

const value = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom("a", "A", "1", "", "null", null, true, "true"),
  fc.jsonValue({ maxDepth: 2 }).map((each) => jsonSchema.parse(JSON.parse(JSON.stringify(each)))),
);
const list = fc.array(value, { maxLength: 25 });
const keep = fc.constantFrom("first" as const, "last" as const);

function run(rows: Json[], which: "first" | "last", by = ""): { out: Json[]; rest: Json[] } {
  const { out, rest } = deduplicated(
    { list: "rows", by, keep: which, output: "out", rest: "rest" },
    { rows },
  ).update;
  return { out: Array.isArray(out) ? out : [], rest: Array.isArray(rest) ? rest : [] };
}

describe("a list without what it holds twice", () => {
  it("is left alone by doing it again", () => {
    fc.assert(
      fc.property(list, keep, (rows, which) => {
        const { out } = run(rows, which);
        expect(run(out, which)).toEqual({ out, rest: [] });
      }),
    );
  });

  it("holds every kind of entry once, and the rest is what is left", () => {
    fc.assert(
      fc.property(list, keep, (rows, which) => {
        const { out, rest } = run(rows, which);
        expect(new Set(out.map(sameKey)).size).toBe(out.length);
        expect(new Set(out.map(sameKey))).toEqual(new Set(rows.map(sameKey)));
        expect([...out, ...rest].map(sameKey).toSorted()).toEqual(rows.map(sameKey).toSorted());
      }),
    );
  });

  it("keeps the first or the last of each kind, by their places", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 20 }), keep, (kinds, which) => {
        const rows = kinds.map((kind, place) => ({ kind, place }));
        const places = run(rows, which, "item.kind").out.map((row) => Object(row).place);
        const wanted = kinds.flatMap((kind, place) => {
          const chosen = which === "first" ? kinds.indexOf(kind) : kinds.lastIndexOf(kind);
          return chosen === place ? [place] : [];
        });
        expect(places).toEqual(wanted);
      }),
    );
  });

  it("keeps the last where the first would be kept of the list turned round", () => {
    fc.assert(
      fc.property(list, (rows) => {
        expect(run(rows, "last").out).toEqual(run(rows.toReversed(), "first").out.toReversed());
      }),
    );
  });
});

describe("entries that only look alike", () => {
  it.each<[string, Json[]]>([
    ["kinds", [1, "1", true, "true", null, "null", [], {}, [null], ""]],
    ["cases", ["a", "A", "ä", "Ä"]],
    ["ways to write one letter", ["é", "e\u0301"]],
    [
      "orders in a list",
      [
        [1, 2],
        [2, 1],
      ],
    ],
    ["white space", ["a", "a ", " a"]],
    ["numbers next to each other", [1, 1.000_000_1]],
    ["a field that is nothing and one that is not there", [{ a: null }, {}]],
  ])("stay: %s", (_, rows) => {
    expect(run(rows, "first")).toEqual({ out: rows, rest: [] });
  });

  it.each<[string, Json[], number]>([
    ["numbers written in two ways", [1, 1.0, 1], 1],
    ["keys in another order, deep inside", [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }], 1],
    ["a zero with a sign", [0, -0], 1],
  ])("go where they are the same: %s", (_, rows, left) => {
    expect(run(rows, "first").out).toHaveLength(left);
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ keep: "both" }, "keep"],
    [{ by: 1 }, "by"],
    [{ rest: "no channel" }, "rest"],
    [{ list: null }, "list"],
    [{ more: 1 }, ""],
  ])("%j is refused at its field", (more, field) => {
    const found = deduplicateConfig.safeParse({ list: "rows", output: "o", ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it.each([
    ["item.a.b", [{ a: { b: 1 } }, { a: 1 }], /For entry 2/],
    ["item +", [1], /failed/],
  ])("an expression that fails says so: %s", async (by, rows, message) => {
    await expect(runNode("deduplicate", { list: "rows", by, output: "o" }, { rows })).rejects.toThrow(
      message,
    );
  });
});
