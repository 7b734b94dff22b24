import { describe, expect, it, test } from "vitest";
import type { SlotRule } from "@/workflows/routing/registry";
import { slotFormSchema, type TypedRules, typedRules } from "./slot-schema";

const form = (models: { reference: string; weight: string }[], rules: TypedRules = {}) =>
  slotFormSchema.safeParse({ name: "fast", description: " For replies ", models, rules });
const one = [{ reference: "con_1/a", weight: "" }];

describe("a slot as it is typed", () => {
  it("becomes what the API asks for", () => {
    const read = form([
      { reference: "con_1/a", weight: " 9 " },
      { reference: "con_1/b", weight: "" },
    ]);
    expect(read.data).toEqual({
      name: "fast",
      description: "For replies",
      models: [
        { reference: "con_1/a", weight: 9 },
        { reference: "con_1/b", weight: undefined },
      ],
      rules: [],
    });
  });

  test.each([
    ["no model chosen", [{ reference: "", weight: "" }], ["models", 0, "reference"]],
    ["a weight of nothing", [{ reference: "a/b", weight: "0" }], ["models", 0, "weight"]],
    ["a weight in words", [{ reference: "a/b", weight: "half" }], ["models", 0, "weight"]],
    [
      "a model named twice",
      [
        { reference: "a/b", weight: "" },
        { reference: "a/b", weight: "1" },
      ],
      ["models"],
    ],
  ])("is refused at its field: %s", (_, models, path) => {
    expect(form(models).error?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});

describe("the rules of a slot as they are typed", () => {
  const rules: SlotRule[] = [
    { kind: "cost" },
    { kind: "data-class", dataClass: "internal" },
    { kind: "region", regions: ["eu", "ch"] },
    { kind: "escalate", below: 0.7 },
  ];

  it("come back as they were stored", () => {
    expect(form(one, typedRules(rules)).data?.rules).toEqual(rules);
    expect(typedRules([])).toMatchObject({
      cost: { on: false, typed: {} },
      region: { on: false, typed: {} },
    });
  });

  it("are read as people write them", () => {
    const typed = {
      region: { on: true, typed: { regions: " eu,  ch " } },
      escalate: { on: true, typed: { below: "" } },
    };
    expect(form(one, typed).data?.rules).toEqual([
      { kind: "region", regions: ["eu", "ch"] },
      { kind: "escalate" },
    ]);
  });

  it("count for nothing while they are off", () => {
    expect(form(one, { region: { on: false, typed: { regions: "EU" } } }).data?.rules).toEqual([]);
  });

  test.each([
    ["no region", { region: { on: true, typed: {} } }, ["rules", "region", "typed", "regions"]],
    [
      "a region in capitals",
      { region: { on: true, typed: { regions: "EU" } } },
      ["rules", "region", "typed", "regions"],
    ],
    ["no class", { "data-class": { on: true, typed: {} } }, ["rules", "data-class", "typed", "dataClass"]],
    [
      "a confidence above 1",
      { escalate: { on: true, typed: { below: "7" } } },
      ["rules", "escalate", "typed", "below"],
    ],
    [
      "a confidence in words",
      { escalate: { on: true, typed: { below: "high" } } },
      ["rules", "escalate", "typed", "below"],
    ],
  ])("are refused at their field: %s", (_, typed, path) => {
    expect(form(one, typed).error?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});
