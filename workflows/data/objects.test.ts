import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sameJson } from "@/workflows/graph/same-json";
import { json } from "@/workflows/graph/testing/arbitraries";
import { csvCell } from "./csv-cell";
import { mergeObjects, plainOf } from "./plain-object";
import { sameKey } from "./same-key";
import { kindOf } from "./setting-value";

const object = fc.dictionary(
  fc.oneof(fc.constantFrom("a", "b", "__proto__", "constructor"), fc.string()),
  json,
);

describe("two objects as one", () => {
  it("have the keys of both, and the second's values", () => {
    fc.assert(
      fc.property(object, object, (one, other) => {
        const merged = mergeObjects(one, other, false);
        expect(new Set(Object.keys(merged))).toEqual(new Set([...Object.keys(one), ...Object.keys(other)]));
        for (const [key, value] of Object.entries(other))
          expect(Object.entries(merged)).toContainEqual([key, value]);
        expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
      }),
    );
  });

  it("are the one where the other is empty, and stay the same merged again", () => {
    fc.assert(
      fc.property(object, object, fc.boolean(), (one, other, deep) => {
        expect(sameKey(mergeObjects(one, {}, deep))).toBe(sameKey(one));
        expect(sameKey(mergeObjects({}, one, deep))).toBe(sameKey(one));
        const merged = mergeObjects(one, other, deep);
        expect(sameKey(mergeObjects(merged, other, deep))).toBe(sameKey(merged));
      }),
    );
  });

  it("may be merged three by three, whichever two come first", () => {
    fc.assert(
      fc.property(object, object, object, (a, b, c) => {
        const left = mergeObjects(mergeObjects(a, b, false), c, false);
        expect(sameKey(left)).toBe(sameKey(mergeObjects(a, mergeObjects(b, c, false), false)));
      }),
    );
  });

  it.each([
    [{ a: { x: 1, y: 2 } }, { a: { y: 3 } }, true, { a: { x: 1, y: 3 } }],
    [{ a: { x: 1, y: 2 } }, { a: { y: 3 } }, false, { a: { y: 3 } }],
    [{ a: [1, 2] }, { a: [3] }, true, { a: [3] }],
    [{ a: { x: 1 } }, { a: null }, true, { a: null }],
    [{ a: 1 }, { a: { x: 1 } }, true, { a: { x: 1 } }],
  ])("%j and %j, deep: %s", (one, other, deep, merged) => {
    const before = structuredClone([one, other]);
    expect(mergeObjects(one, other, deep)).toEqual(merged);
    expect([one, other]).toEqual(before);
  });

  it.each([
    [null, {}],
    [{ a: 1 }, { a: 1 }],
  ])("are read from a setting: %j", (value, read) => {
    expect(plainOf("First", "x", value)).toEqual(read);
  });

  it.each([
    [[], "a list"],
    ["a", "a text"],
    [5, "5"],
    [true, "true"],
  ])("are no %j", (value, kind) => {
    expect(kindOf(value)).toBe(kind);
    expect(() => plainOf("First", "channel.x", value)).toThrow(
      `“First” (channel.x) gives ${kind}, and an object is needed.`,
    );
  });
});

describe("a key for values that mean the same", () => {
  it("is the same exactly where the values are", () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(sameKey(one) === sameKey(other)).toBe(sameJson(one, other));
        expect(sameKey(structuredClone(one))).toBe(sameKey(one));
      }),
    );
  });
});

describe("a cell of a table", () => {
  it("is read back as the text that it was, for whatever a spreadsheet does not run", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const cell = csvCell(text);
        const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(read.replace(/^'(?=[=+\-@\t\r\n])/, "")).toBe(text.replace(/^'(?=[=+\-@\t\r\n])/, ""));
        expect(read).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });

  it.each(["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\n=1"])("is never a formula: %j", (text) => {
    expect(csvCell(text).replace(/^"/, "").startsWith("'")).toBe(true);
  });
});
