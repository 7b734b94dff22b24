import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { json } from "@/workflows/graph/testing/arbitraries";
import { typeOfSchema } from "./of-schema";
import { typeWord } from "./value-type";

describe("typeOfSchema", () => {
  it.each<[Json | undefined, string]>([
    [{ type: "string" }, "text"],
    [{ type: "integer" }, "number"],
    [{ type: ["string", "null"] }, "text"],
    [{ type: ["string", "number"] }, "any"],
    [{ enum: ["a", "b"] }, "text"],
    [{ enum: ["a", 1] }, "any"],
    [{ const: true }, "true/false"],
    [{ type: "array", items: { type: "object" } }, "list of objects"],
    [{ anyOf: [{ type: "number" }, { type: "null" }] }, "number"],
    [{ properties: { a: {} } }, "object"],
    [{ $ref: "#/elsewhere" }, "any"],
    [true, "any"],
    [undefined, "any"],
  ])("%j is %s", (schema, word) => {
    expect(typeWord(typeOfSchema(schema))).toBe(word);
  });

  it("says whether an object may have more fields", () => {
    const properties = { score: { type: "number" } };
    expect(typeOfSchema({ type: "object", properties })).toMatchObject({ others: "unlikely" });
    expect(typeOfSchema({ properties, additionalProperties: false })).toMatchObject({ others: "none" });
    expect(typeOfSchema({ type: "object" })).toMatchObject({ others: "likely" });
  });

  it("never throws, whatever stands there", () => {
    const keys = fc.constantFrom("type", "properties", "items", "enum", "anyOf", "const");
    fc.assert(fc.property(fc.dictionary(keys, json), (schema) => typeOfSchema(schema).kind.length > 0));
  });
});
