import { Validator } from "@langchain/core/utils/json_schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillSchema } from "./fill-schema";
import { type JsonSchema, parseJsonSchema } from "./json-schema";

function object(properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema {
  return { type: "object", properties, required };
}

const text: JsonSchema = { type: "string" };

describe("fillSchema", () => {
  it("fills an order from a mail", () => {
    const schema = object({
      customer: text,
      email: { type: "string", format: "email" },
      quantity: { type: "integer" },
      price: { type: "number" },
      due: { type: "string", format: "date" },
      priority: { enum: ["low", "normal", "high"] },
      urgent: { type: "boolean" },
      gift: { type: "boolean" },
    });
    const mail =
      "Hello, I am Ada Lovelace (ada@example.com). I need 3 boxes for 19.50 each by 4 March 2026. This is urgent, priority high!";
    expect(fillSchema(schema, mail)).toEqual({
      value: {
        customer: "Ada Lovelace",
        email: "ada@example.com",
        quantity: 3,
        price: 19.5,
        due: "2026-03-04",
        priority: "high",
        urgent: true,
        gift: false,
      },
      found: false,
    });
  });

  it.each<[string, JsonSchema, string, unknown]>([
    ["labelled before found", object({ age: { type: "integer" } }), "2 people, age: 37", { age: 37 }],
    ["each number once", object({ a: { type: "number" }, b: { type: "number" } }), "7 and 8", { a: 7, b: 8 }],
    [
      "range of a number",
      object({ score: { type: "integer", minimum: 1, maximum: 5 } }),
      "10 of 4",
      { score: 4 },
    ],
    ["whole numbers", object({ n: { type: "integer" } }), "2.5 then 6", { n: 6 }],
    ["nested objects", object({ who: object({ email: text }) }), "a@b.co", { who: { email: "a@b.co" } }],
    [
      "an enum with several words",
      object({ s: { enum: ["in_progress", "done"] } }),
      "It is in progress",
      { s: "in_progress" },
    ],
    ["the first mention wins", object({ c: { enum: ["blue", "red"] } }), "red, not blue", { c: "red" }],
    ["no part of a word", object({ c: { enum: ["red", "other"] } }), "I am bored", { c: "other" }],
    [
      "an honest enum member",
      object({ s: { enum: ["positive", "negative", "neutral"] } }),
      "Hm",
      { s: "neutral" },
    ],
    ["a constant", object({ kind: { const: "order" } }), "", { kind: "order" }],
    [
      "references",
      { ...object({ m: { $ref: "#/$defs/mail" } }), $defs: { mail: { type: "string", format: "email" } } },
      "x@y.io",
      { m: "x@y.io" },
    ],
    [
      "nullable",
      object({ email: { anyOf: [{ type: "string", format: "email" }, { type: "null" }] } }),
      "none",
      { email: null },
    ],
    ["nullable by type", object({ age: { type: ["integer", "null"] } }), "none", { age: null }],
    ["optional is left out", object({ email: text, age: { type: "integer" } }, []), "37", { age: 37 }],
    ["defaults", object({ unit: { enum: ["C", "F"], default: "F" } }), "warm", { unit: "F" }],
    [
      "numbers list",
      object({ values: { type: "array", items: { type: "number" } } }),
      "1, 2 and 3",
      { values: [1, 2, 3] },
    ],
    [
      "bullets",
      object({ points: { type: "array", items: text } }),
      "- one\n- two",
      { points: ["one", "two"] },
    ],
    [
      "labelled list",
      object({ tags: { type: "array", items: text } }),
      "tags: red, green and blue",
      { tags: ["red", "green", "blue"] },
    ],
    [
      "enum list",
      object({ c: { type: "array", items: { enum: ["a1", "b1", "c1"] } } }),
      "c1 or a1",
      { c: ["a1", "c1"] },
    ],
    [
      "objects from bullets",
      object({ rows: { type: "array", items: object({ n: { type: "integer" } }) } }),
      "- 4 x\n- 5 y",
      { rows: [{ n: 4 }, { n: 5 }] },
    ],
    ["said booleans", object({ approved: { type: "boolean" } }), "approved: no", { approved: false }],
    ["negated booleans", object({ urgent: { type: "boolean" } }), "This is not urgent", { urgent: false }],
    ["quoted text", object({ motto: text }), 'We say "onwards" often', { motto: "onwards" }],
    ["the text itself for a message", object({ message: text }), "ring me", { message: "ring me" }],
    ["a place", object({ city: text }), "Weather in New York today", { city: "New York" }],
    ["a time zone", object({ timezone: text }), "What time is it in Berlin?", { timezone: "Europe/Berlin" }],
    [
      "what is not there",
      object({ email: text, n: { type: "number" } }),
      "nothing",
      { email: "not found in the text", n: 0 },
    ],
  ])("%s", (_name, schema, input, expected) => {
    expect(fillSchema(schema, input).value).toEqual(expected);
  });

  it("says whether all that is required was found", () => {
    expect(fillSchema(object({ email: text }), "a@b.co").found).toBe(true);
    expect(fillSchema(object({ email: text }), "nobody").found).toBe(false);
    expect(fillSchema(object({ email: text, n: { type: "number" } }, ["n"]), "5").found).toBe(true);
  });

  it("gives a valid value for any text", () => {
    const schema = object({
      name: text,
      count: { type: "integer", minimum: 1 },
      mood: { enum: ["good", "bad", "unknown"] },
      ok: { type: "boolean" },
      list: { type: "array", items: { type: "number" }, minItems: 1 },
      maybe: { type: ["number", "null"] },
    });
    const validator = new Validator(parseJson(schema));
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (input) => {
        expect(validator.validate(fillSchema(schema, input).value).errors).toEqual([]);
      }),
    );
  });
});

function parseJson(schema: JsonSchema): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema));
}

describe("parseJsonSchema", () => {
  it.each([true, null, [], "text", { properties: 3 }])(
    "accepts %j as a schema that says nothing",
    (value) => {
      expect(parseJsonSchema(value)).toEqual({});
    },
  );
});
