import { z } from "zod";
import { isIn, regionSchema } from "@/workflows/catalogue/region";
import { field } from "@/workflows/nodes/field";
import { ruleKind, without } from "./rule-kind";

export const regionRule = ruleKind({
  title: "Runs in a region",
  summary: "Leaves out models that run elsewhere, or of which nobody says where they run.",
  settings: z.strictObject({
    regions: field(z.array(regionSchema).min(1, "Name at least one region").max(20), {
      label: "Regions",
      placeholder: "eu, ch",
    }),
  }),
  apply: (models, { regions }) =>
    without(models, ({ facts: { region } }) =>
      isIn(region, regions)
        ? undefined
        : `${region ? `runs in ${region}` : "runs nobody knows where"}, not in ${regions.join(" or ")}`,
    ),
});
