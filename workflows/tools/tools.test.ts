import { iconNames } from "lucide-react/dynamic";
import { describe, expect, it } from "vitest";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { formFields } from "@/workflows/testing/form-fields";
import { toolDefinitionOf, toolTypes } from "./registry";
import { makeTool } from "./registry.server";
import { toolEntrySchema } from "./tool-entry";
import { toolNameSchema } from "./tool-name";

describe.each(toolTypes)("the tool %s keeps the contract", (type) => {
  const definition = toolDefinitionOf(type);
  const { config, args } = definition.sample;
  const entry = toolEntrySchema.parse({ type, config });

  it("names and describes itself for people", () => {
    expect(definition.type).toBe(type);
    expect(definition.title).toMatch(/^[A-Z]/);
    expect(definition.summary).toMatch(/^[A-Z].{10,90}\.$/);
    expect(iconNames).toContain(definition.icon);
    expect(definition.synonyms.length).toBeGreaterThanOrEqual(3);
  });

  it("has a label on every field, and starts with fields it knows", () => {
    const fields = formFields(definition.config);
    expect(fields.filter(({ hints }) => !hints?.label)).toEqual([]);
    expect(fields.map(({ path }) => path)).toEqual(expect.arrayContaining(Object.keys(definition.initial)));
  });

  it("has a complete sample without issues, and defaults beside its config", () => {
    expect(definition.config.parse(config)).toEqual(config);
    expect(definition.check?.(config) ?? []).toEqual([]);
    expect(entry.attempts).toBe(1);
    expect(jsonObjectSchema.safeParse(entry).success).toBe(true);
  });

  it("gives the model a name every provider takes, and says what it is good for", async () => {
    const { tool } = await makeTool(entry, fakeServices(), fakeContext());
    expect(toolNameSchema.safeParse(tool.name).success).toBe(true);
    expect(tool.name).toBe(definition.name(config));
    expect(tool.description).toBe(definition.description(config));
    expect(tool.description.length).toBeGreaterThan(10);
  });

  it("answers its sample call with a text", async () => {
    const { tool } = await makeTool(entry, fakeServices(), fakeContext());
    expect(typeof (await tool.invoke(args))).toBe("string");
  });

  it("does not share state between two agents that use it", async () => {
    const [one, other] = [
      await makeTool(entry, fakeServices(), fakeContext()),
      await makeTool(entry, fakeServices(), fakeContext()),
    ];
    expect(one.tool).not.toBe(other.tool);
  });
});

describe("a tool entry", () => {
  it.each([
    [{ type: "unknown", config: {} }],
    [{ type: "calculator", config: { extra: 1 } }],
    [{ type: "current-time", config: { timezone: "Mars/Olympus" } }],
    [{ type: "agent", config: { slug: "No Such Slug", purpose: "x" } }],
    [{ type: "calculator", config: {}, attempts: 0 }],
  ])("is refused: %j", (entry) => {
    expect(toolEntrySchema.safeParse(entry).success).toBe(false);
  });
});
