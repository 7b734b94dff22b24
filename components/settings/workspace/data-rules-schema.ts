import { z } from "zod";
import { dataClasses } from "@/workflows/catalogue/data-class";
import type { DataRules } from "@/workflows/catalogue/data-rules";
import { regionSchema } from "@/workflows/catalogue/region";

/** What stands for “nothing is said” where a person chooses a class. */
export const notSaid = "none";

/** What is asked of models that see some data, as a person fills it in. */
export const dataRulesFormSchema = z.object({
  dataClass: z.enum([notSaid, ...dataClasses]),
  regions: z
    .string()
    .transform((text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))])
    .pipe(z.array(regionSchema).max(20, "At most 20")),
});
export type DataRulesForm = z.input<typeof dataRulesFormSchema>;

export function formOfRules(rules: DataRules | undefined): DataRulesForm {
  return { dataClass: rules?.dataClass ?? notSaid, regions: rules?.regions?.join(", ") ?? "" };
}

export function rulesOfForm({ dataClass, regions }: z.output<typeof dataRulesFormSchema>): DataRules {
  return { ...(dataClass !== notSaid && { dataClass }), ...(regions.length > 0 && { regions }) };
}
