import { expect, test } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { valueAt } from "./value-at";

const value: Json = { a: { b: [{ c: 1 }, "x"] }, "with space": 2, empty: null };

test.each<[string | undefined, Json | undefined]>([
  [undefined, value],
  ["", value],
  ["$", value],
  ["a.b[0].c", 1],
  ["$.a.b[0].c", 1],
  ["a.b.1", "x"],
  ['["with space"]', 2],
  ["empty", null],
  ["empty.more", undefined],
  ["a.b[7]", undefined],
  ["a.b.length", undefined],
  ["constructor", undefined],
  ["a.__proto__", undefined],
])("%s", (path, found) => {
  expect(valueAt(value, path)).toEqual(found);
});
