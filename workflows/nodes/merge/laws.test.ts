import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeObjects, type Plain } from "@/workflows/data/plain-object";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { mergeConfig } from "./definition";
import { merged } from "./merged";

type Mode = "lists" | "objects" | "deep" | "by-key";
const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((value): Json => jsonSchema.parse(JSON.parse(JSON.stringify(value))));
const name = fc.constantFrom("a", "b", "c", "constructor", "toString", "");
const object = fc
  .dictionary(name, fc.oneof(json, fc.dictionary(name, json)), { maxKeys: 4 })
  .map((value): Plain => ({ ...value }));
/** Objects of one shape: what is an object in one is none elsewhere but where nothing is. */
const alike = fc
  .record(
    {
      a: fc.integer(),
      "": fc.constant(null),
      c: fc.dictionary(name, fc.integer()),
      constructor: fc.dictionary(name, fc.constant("x")),
    },
    { requiredKeys: [] },
  )
  .map((value): Plain => JSON.parse(JSON.stringify(value)));
const list = fc.array(json, { maxLength: 6 });
const row = fc.record({ id: fc.constantFrom(1, 2, 3, "1"), v: fc.integer({ min: 0, max: 9 }) });
const rows = fc.array(row, { maxLength: 6 });

function run(mode: Mode, values: Json[], keep: "all" | "first" | "common" = "all"): Json {
  const names = values.map((_, at) => `s${at}`);
  const state = Object.fromEntries(values.map((value, at) => [`s${at}`, value]));
  const sources = names.map((value) => ({ value }));
  return merged({ mode, sources, key: "item.id", keep, output: "o" }, state).update.o ?? null;
}
const idsOf = (value: Json) =>
  (Array.isArray(value) ? value : []).map((each) => JSON.stringify(Object(each).id));

describe("values merged", () => {
  it.each<Mode>(["objects", "deep"])("three at once or one after the other are the same: %s", (mode) => {
    fc.assert(
      fc.property(alike, alike, alike, (a, b, c) => {
        const whole = run(mode, [a, b, c]);
        expect(run(mode, [run(mode, [a, b]), c])).toEqual(whole);
        expect(run(mode, [a, run(mode, [b, c])])).toEqual(whole);
      }),
    );
  });

  it("as lists hold what all of them hold, in their order, however they are grouped", () => {
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        expect(run("lists", [a, b, c])).toEqual([...a, ...b, ...c]);
        expect(run("lists", [run("lists", [a, b]), c])).toEqual([...a, ...b, ...c]);
      }),
    );
  });

  it("deeply hold every key of both, the second's value where only one can be", () => {
    fc.assert(
      fc.property(object, object, (a, b) => {
        const both = mergeObjects(a, b, true);
        expect(new Set(Object.keys(both))).toEqual(new Set([...Object.keys(a), ...Object.keys(b)]));
        const isLeaf = (value: unknown) =>
          typeof value !== "object" || value === null || Array.isArray(value);
        const only = Object.entries(a).filter(([key]) => !Object.hasOwn(b, key));
        const leaves = Object.entries(b).filter(([, value]) => isLeaf(value));
        for (const [key, value] of [...only, ...leaves]) expect(both[key]).toEqual(value);
      }),
    );
  });

  it("leave what they were made of as it was", () => {
    fc.assert(
      fc.property(object, object, fc.boolean(), (a, b, deep) => {
        const before = structuredClone([a, b]);
        mergeObjects(a, b, deep);
        expect([a, b]).toEqual(before);
      }),
    );
  });
});

describe("lists merged by a key", () => {
  it("hold one entry for each key of all, of the first, or of what they share", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const [inA, inB] = [[...new Set(idsOf(a))], [...new Set(idsOf(b))]];
        expect(idsOf(run("by-key", [a, b], "all"))).toEqual([...new Set([...inA, ...inB])]);
        expect(idsOf(run("by-key", [a, b], "first"))).toEqual(inA);
        expect(idsOf(run("by-key", [a, b], "common"))).toEqual(inA.filter((id) => inB.includes(id)));
      }),
    );
  });

  it("hold the last value that was said of a key", () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const last = new Map([...a, ...b].map(({ id, v }) => [JSON.stringify(id), v]));
        const found = run("by-key", [a, b]);
        for (const each of Array.isArray(found) ? found : []) {
          const { id, v } = Object(each);
          expect(v).toBe(last.get(JSON.stringify(id)));
        }
      }),
    );
  });

  it("with themselves are themselves, without what they hold twice", () => {
    fc.assert(
      fc.property(rows, (a) => {
        expect(run("by-key", [a, a])).toEqual(run("by-key", [a, []]));
        expect(run("by-key", [a, a], "common")).toEqual(run("by-key", [a, []]));
      }),
    );
  });

  it("keep keys apart that only look alike", () => {
    expect(run("by-key", [[{ id: 1, a: 1 }], [{ id: "1", b: 1 }]])).toEqual([
      { id: 1, a: 1 },
      { id: "1", b: 1 },
    ]);
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ sources: [] }, "sources"],
    [{ sources: [{ value: "a" }] }, "sources"],
    [{ sources: [{ value: 1 }, { value: "b" }] }, "sources.0.value"],
    [{ mode: "zip" }, "mode"],
    [{ keep: "last" }, "keep"],
    [{ key: 0 }, "key"],
  ])("%j is refused at its field", (more, field) => {
    const found = mergeConfig.safeParse({ sources: [{ value: "a" }, { value: "b" }], output: "o", ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
