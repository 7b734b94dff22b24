import { expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { fromText, kindOf, toText, type ValueKind } from "./edit-value";

it.each<[Json, ValueKind]>([
  ["hello", "text"],
  [84.5, "number"],
  [false, "boolean"],
  [null, "json"],
  [["a"], "json"],
  [{ a: 1 }, "json"],
])("%j is edited as %s and survives unchanged", (value, kind) => {
  expect(kindOf(value)).toBe(kind);
  expect(fromText(kind, toText(value))).toEqual({ value });
});

it.each([
  ["number", "", "Enter a number"],
  ["number", "12a", "Enter a number"],
  ["number", "Infinity", "Enter a number"],
  ["json", "{a: 1}", "Enter valid JSON: text needs double quotes"],
] as const)("says what is wrong with the %s %j", (kind, text, error) => {
  expect(fromText(kind, text)).toEqual({ error });
});
