import { describe, expect, it } from "vitest";
import { schemaErrors } from "@/workflows/data/schema/schema-errors";
import { schemaProblem } from "@/workflows/data/schema/schema-problem";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";

nodeContract("validate");

const order: JsonObject = {
  type: "object",
  properties: {
    id: { type: "string", pattern: "^[A-Z]-\\d+$" },
    items: { type: "array", items: { $ref: "#/$defs/item" }, minItems: 1 },
  },
  required: ["id"],
  additionalProperties: false,
  $defs: { item: { type: "object", properties: { n: { type: "integer", minimum: 1 } }, required: ["n"] } },
};

describe("schemaErrors", () => {
  it.each<[Json, string[]]>([
    [{ id: "A-42" }, []],
    [{ id: "A-42", items: [{ n: 1 }] }, []],
    [{ id: "42" }, ["/id: String does not match the pattern ^[A-Z]-\\d+$."]],
    [{ id: "A-1", items: [{ n: 1 }, { n: 0 }] }, ["/items/1/n: 0 is less than 1."]],
    [{}, [': Instance does not have required property "id".']],
    ["text", [': Instance type "string" is invalid. Expected "object".']],
  ])("of %j: %j", (value, errors) => {
    expect(schemaErrors(value, order).map(({ path, message }) => `${path}: ${message}`)).toEqual(errors);
  });

  it("finds a field that does not belong there", () => {
    expect(schemaErrors({ id: "A-1", more: 1 }, order)).not.toEqual([]);
  });

  it.each<[JsonObject, Json, boolean]>([
    [{}, { anything: 1 }, true],
    [{ format: "email" }, "no mail", false],
    [{ anyOf: [{ type: "string" }, { type: "null" }] }, null, true],
    [{ oneOf: [{ minimum: 1 }, { maximum: 5 }] }, 3, false],
    [{ not: { const: 1 } }, 1, false],
    [JSON.parse('{"if": {"type": "string"}, "then": {"minLength": 2}}'), "a", false],
    [{ enum: ["a", { b: 1 }] }, { b: 1 }, true],
    [{ uniqueItems: true }, [1, 1], false],
    [{ type: "string", pattern: "b", allOf: [{ pattern: "^a" }] }, "ab", true],
    [{ type: "string", pattern: "b", allOf: [{ pattern: "^a" }] }, "b", false],
    [
      { properties: { pattern: { type: "string" }, enum: { pattern: "x" } } },
      { pattern: "(", enum: "y" },
      false,
    ],
    [{ const: { pattern: "(" } }, { pattern: "(" }, true],
    [{ $schema: "http://json-schema.org/draft-07/schema#", items: [{ type: "string" }] }, [1], false],
    [{ prefixItems: [{ type: "string" }] }, [1], false],
    [
      {
        $schema: "https://elsewhere.test/x",
        $id: "https://elsewhere.test/y",
        $ref: "#/$defs/a",
        $defs: { a: { type: "null" } },
      },
      1,
      false,
    ],
  ])("%j of %j: %s", (schema, value, valid) => {
    expect(schemaErrors(value, schema).length === 0).toBe(valid);
  });

  it("tells of fifty errors at most", () => {
    expect(
      schemaErrors(
        Array.from({ length: 500 }, () => 1),
        { items: { type: "string" } },
      ),
    ).toHaveLength(50);
  });
});

describe("schemas that mean harm", () => {
  const doubling: JsonObject = {
    $ref: "#/$defs/d0",
    $defs: Object.fromEntries(
      Array.from({ length: 40 }, (_, level): [string, JsonObject] => {
        const next = { $ref: `#/$defs/d${level + 1}` };
        return [`d${level}`, level < 39 ? { allOf: [next, next] } : {}];
      }),
    ),
  };

  it.each<[string, JsonObject, Json, RegExp]>([
    ["references that double forty times", doubling, 1, /takes too long/],
    ["a reference to itself", { $ref: "#" }, 1, /takes too long/],
    ["a broken pattern", { pattern: "(" }, "x", /“JSON schema” cannot be used: The regular expression/],
    ["a reference into nothing", { $ref: "#/$defs/none" }, 1, /cannot be used: Unresolved \$ref/],
    ["a reference elsewhere", { $ref: "https://evil.test/schema" }, 1, /leads elsewhere/],
    [
      "unique among too many",
      { uniqueItems: true },
      Array.from({ length: 1_001 }, (_, i) => i),
      /up to 1000/,
    ],
    ["patterns for names", { patternProperties: { "(a+)+$": {} } }, {}, /patternProperties is not supported/],
  ])("%s: refused", (_, schema, value, message) => {
    expect(() => schemaErrors(value, schema)).toThrow(message);
  });

  it("a pattern that backtracks for ever elsewhere takes no time", () => {
    expect(schemaErrors(`${"a".repeat(5_000)}!`, { pattern: "^(a+)+$" })).toHaveLength(1);
  });

  it("patterns are gone from the library's formats afterwards", async () => {
    const { format } = await import("@cfworker/json-schema");
    const before = Object.keys(format).length;
    schemaErrors("x", { pattern: "x" });
    expect(() => schemaErrors("x", { pattern: "(" })).toThrow();
    expect(Object.keys(format)).toHaveLength(before);
  });
});

describe("validate", () => {
  const validate = (value: Json, errors?: string) =>
    runNode("validate", { value: "value", schema: order, ...(errors && { errors }) }, { value });

  it("leaves by the result, and empties the list where nothing is wrong", async () => {
    expect(await validate({ id: "A-1" }, "wrong")).toEqual({ port: "valid", update: { wrong: [] } });
    expect(await validate({}, "wrong")).toMatchObject({ port: "invalid", update: { wrong: [{ path: "" }] } });
    expect(await validate({})).toEqual({ port: "invalid", update: {} });
  });

  it("says what a new one lacks, and what its schema may not hold", () => {
    expect(issuesOf("validate", {})).toEqual([
      "value: Say which value is checked.",
      "schema: Say the shape as a JSON schema.",
    ]);
    expect(issuesOf("validate", { value: "a", schema: { $ref: "x" } })).toHaveLength(1);
    expect(schemaProblem({ properties: { a: { not: { patternProperties: {} } } } })).toMatch(/not supported/);
    expect(schemaProblem({ description: "x".repeat(200_001) })).toMatch(/more than 200000/);
    expect(schemaProblem(order)).toBeUndefined();
  });
});
