import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { field } from "@/workflows/nodes/field";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { settingRows } from "./setting-rows";

const schema = z.strictObject({
  mode: field(z.enum(["few", "many"]).default("few"), { label: "Mode", help: "How many." }),
  most: field(z.int().min(1).max(1_000).default(10), {
    label: "Most",
    advanced: true,
    showWhen: { field: "mode", in: ["many"] },
  }),
  share: field(z.number().min(0.5).optional(), { label: "Share" }),
  count: field(z.int().optional(), { label: "Count" }),
  name: field(z.string().min(1).max(40), { label: "Name" }),
  note: field(z.string().max(9).default(""), { label: "Note", showWhen: { field: "loud", in: [true] } }),
  loud: field(z.boolean().default(true), { label: "Loud" }),
  pairs: field(
    z
      .array(z.strictObject({ from: field(z.string(), { label: "From" }), id: z.string() }))
      .min(1)
      .max(50),
    { label: "Pairs" },
  ),
  hidden: z.string().default(""),
});
const row = (name: string) => settingRows(schema).find((each) => each.name === name);

describe("settingRows", () => {
  it("lists what the form shows, in its order", () => {
    expect(settingRows(schema).map(({ name }) => name)).toEqual([
      "mode",
      "most",
      "share",
      "count",
      "name",
      "note",
      "loud",
      "pairs",
    ]);
  });

  it("tells everything about a choice", () => {
    expect(row("mode")).toEqual({
      name: "mode",
      label: "Mode",
      help: "How many.",
      kind: "One of",
      choices: ["few", "many"],
      limits: [],
      preset: '"few"',
      required: false,
      under: undefined,
      shownWhile: undefined,
      entry: [],
    });
  });

  it.each([
    ["most", { kind: "Whole number", limits: ["1 to 1,000"], preset: "10", under: "More settings" }],
    ["most", { shownWhile: "Mode is many" }],
    ["share", { kind: "Number", limits: ["at least 0.5"], preset: undefined, required: false }],
    ["count", { kind: "Whole number", limits: [] }],
    ["name", { kind: "Text", limits: ["up to 40 characters"], required: true }],
    ["note", { preset: undefined, shownWhile: "Loud is on" }],
    ["loud", { kind: "On or off", preset: "true" }],
    ["pairs", { kind: "List", limits: ["1 to 50 entries"], required: true }],
  ])("of %s: %j", (name, facts) => {
    expect(row(name)).toMatchObject(facts);
  });

  it("tells of the entries of a list", () => {
    expect(row("pairs")?.entry).toMatchObject([{ name: "from", label: "From", kind: "Text" }]);
  });

  it.each(Object.entries<NodeDefinition>(nodeDefinitions))("has a row for every setting of %s", (_, type) => {
    const names = settingRows(type.config).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(type.initial)));
  });
});
