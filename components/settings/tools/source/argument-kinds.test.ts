import { expect, it } from "vitest";
import { argumentFields, readJson, typedValue } from "./argument-kinds";

it("asks for arguments by their schema, required ones first", () => {
  const properties = {
    note: { type: ["string", "null"], description: "For people" },
    size: { enum: ["s", "m"] },
    count: { type: "integer" },
    fast: { type: "boolean" },
    filter: { type: "object" },
    any: {},
  };
  const fields = argumentFields({ type: "object", properties, required: ["count"] });
  expect(fields.map(({ name, kind, required }) => [name, kind, required])).toEqual([
    ["count", "number", true],
    ["note", "text", false],
    ["size", "choice", false],
    ["fast", "truth", false],
    ["filter", "json", false],
    ["any", "json", false],
  ]);
  expect(argumentFields({ type: "object" })).toEqual([]);
});

it.each([
  ["text", "7", "7"],
  ["text", "", undefined],
  ["number", "7.5", 7.5],
  ["number", "many", "many"],
  ["truth", "true", true],
  ["truth", "false", false],
  ["choice", "s", "s"],
] as const)("%s %j is %j", (kind, text, value) => {
  expect(typedValue(kind, text)).toBe(value);
});

it.each([
  ['{"a":1}', { a: 1 }],
  ["Sunny", "Sunny"],
  ["", ""],
])("reads %s", (text, value) => {
  expect(readJson(text)).toEqual(value);
});
