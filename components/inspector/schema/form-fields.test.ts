import { describe, expect, it } from "vitest";
import { z } from "zod";
import { field } from "@/workflows/nodes/field";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { toolDefinitions } from "@/workflows/tools/registry";
import { newEntry } from "../controls/new-entry";
import { type FormField, formFields, isShown } from "./form-fields";

const schema = z.strictObject({
  hidden: z.string(),
  name: field(z.string(), { label: "Name" }),
  size: field(z.int().default(3), { label: "Size" }),
  on: field(z.boolean().optional(), { label: "On" }),
  kind: field(z.enum(["a", "b"]).default("a"), { label: "Kind" }),
  more: field(z.string().optional(), { label: "More", showWhen: { field: "kind", in: ["b"] } }),
  list: field(
    z.array(z.strictObject({ id: z.string(), label: field(z.string(), { label: "Label" }) })).default([]),
    { label: "List" },
  ),
});

describe("formFields", () => {
  const fields = formFields(schema);

  it("reads controls, presets and choices off the schema", () => {
    expect(fields.map(({ name, control, optional, preset }) => [name, control, optional, preset])).toEqual([
      ["name", "text", false, undefined],
      ["size", "number", true, 3],
      ["on", "toggle", true, undefined],
      ["kind", "select", true, "a"],
      ["more", "text", true, undefined],
      ["list", "list", true, []],
    ]);
    expect(fields[3]?.choices).toEqual(["a", "b"]);
    expect(fields[5]?.entry.map(({ name }) => name)).toEqual(["label"]);
  });

  it("shows a field by its sibling's value, or by what holds while that is left out", () => {
    const more = fields[4] as FormField;
    expect(isShown(more, fields, { kind: "b" })).toBe(true);
    expect(isShown(more, fields, {})).toBe(false);
  });

  it("makes entries whose ids are free", () => {
    const list = fields[5] as FormField;
    expect(newEntry(list, [])).toEqual({ id: "option1", label: "Option 1" });
    expect(newEntry(list, [{ id: "x" }, { id: "option3" }])).toEqual({ id: "option4", label: "Option 4" });
  });
});

const configs = [...Object.values(nodeDefinitions), ...Object.values(toolDefinitions)];

it.each(configs.map((definition) => [definition.title, definition] as const))(
  "%s: everything a fresh one needs can be filled in",
  (_, definition) => {
    const names = new Set(formFields(definition.config).map(({ name }) => name));
    const missing = definition.config.safeParse(definition.initial).error?.issues ?? [];
    for (const { path } of missing) expect(names).toContain(String(path[0]));
  },
);
