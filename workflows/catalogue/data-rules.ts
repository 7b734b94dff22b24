import { z } from "zod";
import { type DataClass, dataClasses, stricter } from "./data-class";
import { regionSchema } from "./region";

/** What a workspace or an agent asks of every model that sees its data; what is absent is not asked. */
export const dataRulesSchema = z.strictObject({
  dataClass: z.enum(dataClasses).optional(),
  /** Where a model has to run: in one of them. */
  regions: z.array(regionSchema).max(20).optional(),
});
export type DataRules = z.infer<typeof dataRulesSchema>;

export interface DataDemands {
  dataClass?: DataClass | undefined;
  /** Lists of places, in each of which a model has to run. */
  regions: string[][];
}

/** What all of them ask together: the strictest class, and every list of places. */
export function demandsOf(rules: readonly DataRules[]): DataDemands {
  let dataClass: DataClass | undefined;
  for (const each of rules) dataClass = stricter(dataClass, each.dataClass);
  return { dataClass, regions: rules.flatMap(({ regions }) => (regions?.length ? [regions] : [])) };
}
