import { expect, it } from "vitest";
import { plainSchema } from "./plain-schema";

it.each<[string, unknown, unknown]>([
  ["nothing", undefined, {}],
  ["any value", true, {}],
  [
    "what says something",
    { type: "string", minLength: 1, format: "date", example: "x", xml: {} },
    { type: "string", minLength: 1, format: "date" },
  ],
  ["no pattern", { type: "string", pattern: "(a+)+$" }, { type: "string" }],
  [
    "3.0's null",
    { type: "string", nullable: true, enum: ["a"] },
    { type: ["string", "null"], enum: ["a", null] },
  ],
  ["3.1's null", { type: ["string", "null"] }, { type: ["string", "null"] }],
  [
    "3.0's bounds",
    { minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false },
    { minimum: 1, maximum: 2, exclusiveMinimum: 1 },
  ],
  ["3.1's bounds", { exclusiveMinimum: 1 }, { exclusiveMinimum: 1 }],
  [
    "what a caller may not set",
    { properties: { id: { readOnly: true }, name: {} }, required: ["id", "name"] },
    { type: "object", properties: { name: {} }, required: ["name"] },
  ],
  [
    "a map",
    { type: "object", additionalProperties: { type: "number" } },
    { type: "object", additionalProperties: { type: "number" } },
  ],
  [
    "choices",
    { oneOf: [{ type: "string" }, { type: "number" }] },
    { oneOf: [{ type: "string" }, { type: "number" }] },
  ],
  [
    "objects that make up one",
    {
      description: "All",
      allOf: [
        { type: "object", properties: { a: {} }, required: ["a"] },
        { properties: { b: { type: "string" } }, required: ["b"] },
      ],
    },
    {
      description: "All",
      type: "object",
      properties: { a: {}, b: { type: "string" } },
      required: ["a", "b"],
    },
  ],
  [
    "one that stands for another",
    { allOf: [{ type: "string" }], description: "Name" },
    { type: "string", description: "Name" },
  ],
  [
    "what cannot be one",
    { allOf: [{ type: "string" }, { minLength: 2 }] },
    { allOf: [{ type: "string" }, { minLength: 2 }] },
  ],
])("%s", (_, schema, plain) => {
  expect(plainSchema(schema)).toEqual(plain);
});

it("is cut where it becomes too deep", () => {
  let schema: object = { type: "string" };
  for (let depth = 0; depth < 50; depth += 1) schema = { type: "array", items: schema };
  expect(JSON.stringify(plainSchema(schema)).match(/array/g)).toHaveLength(11);
});
