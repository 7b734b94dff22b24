import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { argumentTypes, listOf, schemaOf } from "./argument-list";

const list = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/),
    type: fc.constantFrom(...argumentTypes),
    description: fc.string(),
    required: fc.boolean(),
  }),
  { selector: ({ name }) => name },
);

it("gives back what was written as a list", () => {
  fc.assert(
    fc.property(list, (written) => {
      expect(listOf(schemaOf(written))).toEqual(written);
    }),
  );
});

it("needs neither properties nor what is required", () => {
  expect(listOf({ type: "object" })).toEqual([]);
});

it.each<[string, JsonObject]>([
  ["is no object", { type: "array" }],
  ["bounds its properties", { type: "object", additionalProperties: false }],
  ["has choices", { type: "object", properties: { size: { type: "string", enum: ["s"] } } }],
  ["has several types", { type: "object", properties: { size: { type: ["string", "null"] } } }],
  ["allows anything", { type: "object", properties: { size: true } }],
])("has no list for a schema that %s", (_, schema) => {
  expect(listOf(schema)).toBeNull();
});
