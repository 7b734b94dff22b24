import { describe, expect, it } from "vitest";
import { toolDefinitionSchema } from "@/lib/api/contract/code-tools";
import { changed, definitionOf, emptyForm, formOf } from "./form-schema";

const definition = toolDefinitionSchema.parse({
  description: "Adds the tax.",
  parameters: {
    type: "object",
    properties: { net: { type: "number", description: "Before tax" } },
    required: ["net"],
  },
  code: "return args.net * 1.2;",
  tests: [
    { name: "ten", args: { net: 10 }, expect: { type: "result", value: 12 } },
    { name: "none", args: {}, expect: { type: "error", includes: "fit" } },
  ],
});
const bounded = { ...definition.parameters, additionalProperties: false };

describe("the form of a tool in code", () => {
  it("gives back the definition it was filled with", () => {
    expect(definitionOf(formOf(definition))).toEqual({ definition });
    expect(definitionOf(formOf({ ...definition, parameters: bounded }))).toEqual({
      definition: { ...definition, parameters: bounded },
    });
  });

  it("takes arguments along from one way of writing them to the other", () => {
    const asSchema = changed(formOf(definition), "writtenAs", "schema");
    expect(asSchema.parameters).toEqual(definition.parameters);
    expect(changed(asSchema, "writtenAs", "list")).toMatchObject({
      writtenAs: "list",
      arguments: [{ name: "net", type: "number" }],
    });
  });

  it("stays with the schema where a list could not say it", () => {
    const form = formOf({ ...definition, parameters: bounded });
    expect(changed(form, "writtenAs", "list")).toBe(form);
  });

  it.each([
    ["description", ""],
    ["code", " "],
    ["timeoutMs", 1],
  ])("says what is wrong with %s", (key, value) => {
    expect(definitionOf({ ...formOf(definition), [key]: value })).toMatchObject({
      problems: [{ path: key }],
    });
  });

  it("says that nothing is there yet", () => {
    expect(definitionOf(emptyForm)).toMatchObject({ problems: [{ path: "description" }, { path: "code" }] });
  });
});
