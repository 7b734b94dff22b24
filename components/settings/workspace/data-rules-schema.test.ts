import { expect, it, test } from "vitest";
import type { DataRules } from "@/workflows/catalogue/data-rules";
import { dataRulesFormSchema, formOfRules, rulesOfForm } from "./data-rules-schema";

test.each<DataRules>([{}, { dataClass: "internal" }, { regions: ["eu", "ch"] }])(
  "%j comes back as it was",
  (rules) => {
    expect(rulesOfForm(dataRulesFormSchema.parse(formOfRules(rules)))).toEqual(rules);
  },
);

it("reads regions as people write them, each once", () => {
  expect(dataRulesFormSchema.parse({ dataClass: "none", regions: " eu ch,eu " }).regions).toEqual([
    "eu",
    "ch",
  ]);
});

it("refuses what is no region", () => {
  const { error } = dataRulesFormSchema.safeParse({ dataClass: "none", regions: "eu, EU West" });
  expect(error?.issues[0]?.path).toEqual(["regions", 1]);
});
