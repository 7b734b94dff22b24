import { describe, expect, it } from "vitest";
import { entriesOf, kindOf, literal, preview } from "./preview";

it.each([
  [null, "null"],
  [undefined, "null"],
  [[], "array"],
  [{}, "object"],
  ["a", "string"],
  [1, "number"],
  [false, "boolean"],
])("%j is of kind %s", (value, kind) => {
  expect(kindOf(value)).toBe(kind);
});

describe("preview", () => {
  it.each([
    [[], "[]"],
    [[1], "[1 item]"],
    [[1, 2, 3], "[3 items]"],
    [{}, "{}"],
    [{ id: 1, name: "x" }, "{id, name}"],
    [{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, "{a, b, c, d, … 2 more}"],
  ])("%j is shown as %s", (value, expected) => {
    expect(preview(value)).toBe(expected);
  });
});

it("reads children of objects and arrays, and none of plain values", () => {
  expect(entriesOf(["a"])).toEqual([["0", "a"]]);
  expect(entriesOf({ k: 1 })).toEqual([["k", 1]]);
  expect(entriesOf("text")).toEqual([]);
  expect(entriesOf(null)).toEqual([]);
});

it.each([
  ['say "hi"', '"say \\"hi\\""'],
  [1.5, "1.5"],
  [null, "null"],
  [undefined, "undefined"],
])("%j as a literal", (value, expected) => {
  expect(literal(value)).toBe(expected);
});
