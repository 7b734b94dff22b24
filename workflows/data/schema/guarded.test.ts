import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "@/workflows/errors/app-error";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import { json } from "@/workflows/graph/testing/arbitraries";
import { schemaErrors } from "./schema-errors";
import { schemaProblem } from "./schema-problem";
import { allSchemas, mapSubschemas } from "./subschemas";

const slow = { pattern: "^(a+)+$" };
const text = `${"a".repeat(4_000)}!`;

/** Every place in which a schema may stand, with a value that is checked there. */
const places: [string, JsonObject, unknown][] = [
  ["the whole", slow, text],
  ["not", { not: { not: slow } }, text],
  ["else", { if: false, else: slow }, text],
  ["allOf", { allOf: [slow] }, text],
  ["anyOf", { anyOf: [slow] }, text],
  ["oneOf", { oneOf: [slow, { type: "number" }] }, text],
  ["contains", { contains: slow }, [text]],
  ["items", { items: slow }, [text]],
  ["a list of items", { $schema: "http://json-schema.org/draft-07/schema#", items: [slow] }, [text]],
  [
    "additionalItems",
    { $schema: "http://json-schema.org/draft-07/schema#", items: [true], additionalItems: slow },
    [1, text],
  ],
  ["prefixItems", { prefixItems: [slow] }, [text]],
  ["unevaluatedItems", { unevaluatedItems: slow }, [text]],
  ["properties", { properties: { a: slow } }, { a: text }],
  ["additionalProperties", { additionalProperties: slow }, { a: text }],
  ["unevaluatedProperties", { unevaluatedProperties: slow }, { a: text }],
  ["propertyNames", { propertyNames: slow }, { [text]: 1 }],
  ["dependentSchemas", { dependentSchemas: { a: { properties: { b: slow } } } }, { a: 1, b: text }],
  ["dependencies", { dependencies: { a: { properties: { b: slow } } } }, { a: 1, b: text }],
  ["$defs", { $ref: "#/$defs/one", $defs: { one: slow } }, text],
  ["definitions", { $ref: "#/definitions/one", definitions: { one: slow } }, text],
];

describe("a schema inside a schema", () => {
  it.each(places)("is found: %s", (_, schema) => {
    expect(allSchemas(schema).filter(({ pattern }) => pattern !== undefined)).toHaveLength(1);
  });

  it.each(places)("checks its pattern in a time that grows with the text: %s", (_, schema, value) => {
    const begun = performance.now();
    expect(schemaErrors(JSON.parse(JSON.stringify(value)), schema)).not.toEqual([]);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it.each(places)("may not lead out of it: %s", (_, schema) => {
    const away = JSON.parse(
      JSON.stringify(schema).replace(JSON.stringify(slow), '{"$ref":"https://evil.test/"}'),
    );
    expect(schemaProblem(away)).toMatch(/leads elsewhere/);
  });

  it("stays as it is where nothing is changed, lists of names among it", () => {
    const schema = {
      dependencies: { a: ["b", "c"], d: { type: "string" } },
      items: [true, { type: "null" }],
    };
    expect(mapSubschemas(schema, (inner) => inner)).toEqual(schema);
    expect(schemaErrors({ a: 1 }, schema)).not.toEqual([]);
    expect(schemaErrors({ a: 1, b: 2, c: 3 }, schema)).toEqual([]);
  });
});

describe("a value and a schema of any kind", () => {
  const kind = fc.constantFrom("string", "number", "object", "array", "boolean", "null", "strange");
  const plain = {
    type: kind,
    pattern: fc.constantFrom("^a", "(", "[a-z]+$"),
    minLength: fc.integer({ min: -1, max: 3 }),
    required: fc.array(fc.constantFrom("a", "b"), { maxLength: 2 }),
    enum: fc.array(json, { maxLength: 2 }),
    $ref: fc.constantFrom("#", "#/$defs/a", "#/$defs/none", "https://x.test"),
  };
  const { schema } = fc.letrec<{ schema: object }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 2 },
      fc.record(plain, { requiredKeys: [] }),
      fc.record(
        {
          ...plain,
          properties: fc.dictionary(fc.constantFrom("a", "b"), tie("schema"), { maxKeys: 2 }),
          items: tie("schema"),
          anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
          $defs: fc.record({ a: tie("schema") }),
        },
        { requiredKeys: [] },
      ),
    ),
  }));

  it("come to a list of errors with their places, or to a problem in words, and never fall over", () => {
    fc.assert(
      fc.property(json, schema, (value, made) => {
        const given = jsonObjectSchema.parse(JSON.parse(JSON.stringify(made)));
        const outcome = outcomeOf(() => schemaErrors(value, given));
        const isKnown = Array.isArray(outcome)
          ? outcome.every(({ path, message }) => /^(\/|$)/.test(path) && message !== "")
          : isAppError(outcome);
        expect(isKnown ? "known" : outcome).toBe("known");
      }),
      { numRuns: 300 },
    );
  });
});

function outcomeOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
