import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schemaErrors } from "@/workflows/data/schema/schema-errors";
import { type Json, type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import { type FormField, type FormKind, formFieldSchema } from "./form-field";
import { formJsonSchema } from "./form-json-schema";
import { formProblems } from "./form-problem";

const field = (kind: FormKind, more: Partial<FormField> = {}): FormField => ({
  name: "it",
  label: "It",
  kind,
  required: true,
  ...more,
});
const options = ["red", "green"];

/** What a field takes, and what it refuses with which words. */
const table: [FormField, good: Json[], bad: [Json, string][]][] = [
  [
    field("text", { min: 2, max: 4 }),
    ["ab", "abcd", "🙂🙂"],
    [
      [3, "needs a text"],
      ["", "needs a text"],
      ["a", "at least 2"],
      ["abcde", "at most 4"],
    ],
  ],
  [field("paragraph", { required: false }), ["", "a\nb"], [[null, "needs a text"]]],
  [
    field("number", { min: 0, max: 10 }),
    [0, 2.5, 10],
    [
      ["3", "needs a number"],
      [-1, "at least 0"],
      [11, "at most 10"],
    ],
  ],
  [
    field("integer"),
    [-3, 0],
    [
      [1.5, "whole number"],
      [true, "needs a number"],
    ],
  ],
  [field("boolean"), [true, false], [["yes", "yes or no"]]],
  [
    field("choice", { options }),
    ["red"],
    [
      ["blue", "one of: red, green"],
      ["", "one of"],
    ],
  ],
  [
    field("choices", { options }),
    [["red"], ["green", "red"]],
    [
      [[], "at least one choice"],
      [["blue"], "some of"],
      [["red", "red"], "twice"],
      ["red", "some of"],
    ],
  ],
  [
    field("date"),
    ["2026-02-28"],
    [
      ["2026-02-30", "a date"],
      ["5 March", "a date"],
      [20260305, "a date"],
    ],
  ],
  [
    field("email"),
    ["a.b@example.com"],
    [
      ["a@", "e-mail"],
      ["a b@example.com", "e-mail"],
    ],
  ],
];

describe.each(table)("a field $kind", (one, good, bad) => {
  it.each(good.map((value): [Json] => [value]))("takes %j, as its JSON Schema does", (value) => {
    expect(formProblems([one], { it: value })).toEqual([]);
    expect(schemaErrors({ it: value }, formJsonSchema([one]))).toEqual([]);
  });

  it.each(bad)("refuses %j, as its JSON Schema does, and names the field", (value, words) => {
    expect(formProblems([one], { it: value })).toEqual([
      { name: "it", message: expect.stringContaining(words) },
    ]);
    expect(schemaErrors({ it: value }, formJsonSchema([one]))).not.toEqual([]);
  });

  it("may be left out where it is not required, or the answer needs no form", () => {
    expect(formProblems([{ ...one, required: true }], {})).toMatchObject([{ message: "Fill in “It”." }]);
    expect(formProblems([{ ...one, required: false }], {})).toEqual([]);
    expect(formProblems([{ ...one, required: true }], {}, true)).toEqual([]);
  });
});

describe("a form", () => {
  it("refuses values that no field has, also names of every object", () => {
    const values: JsonObject = JSON.parse('{"other": 1, "constructor": 2, "__proto__": 3}');
    expect(formProblems([], values).map(({ name }) => name)).toEqual(["other", "constructor", "__proto__"]);
    expect(formProblems([field("text", { name: "toString" })], {})).toMatchObject([{ name: "toString" }]);
  });

  it.each(["__proto__", "constructor", "1st", "a b", ""])("has no field called %j", (name) => {
    expect(formFieldSchema.safeParse({ ...field("text"), name }).success).toBe(false);
  });

  it("refuses what its JSON Schema refuses, whatever is filled in", () => {
    const fields = table.map(([one], index) => ({ ...one, name: `f${index}`, required: index % 2 === 0 }));
    const anything = fc.oneof(
      fc.constantFrom<Json>(
        "red",
        "",
        "ab",
        "2026-01-31",
        "a@b.example",
        3,
        0.5,
        true,
        null,
        [],
        ["red"],
        {},
      ),
    );
    const values = fc
      .record(Object.fromEntries(fields.map(({ name }) => [name, anything])), { requiredKeys: [] })
      .map((given) => jsonObjectSchema.parse(given));
    const schema = formJsonSchema(fields);
    fc.assert(
      fc.property(values, (given) => {
        expect(formProblems(fields, given).length > 0).toBe(schemaErrors(given, schema).length > 0);
      }),
    );
  });
});
