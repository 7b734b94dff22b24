import { z } from "zod";
import { dataClasses, maySee } from "@/workflows/catalogue/data-class";
import { field } from "@/workflows/nodes/field";
import { ruleKind, without } from "./rule-kind";

/** For a slot whose calls are always at least so delicate, whatever the agent says of its data. */
export const dataClassRule = ruleKind({
  title: "Cleared for data",
  summary: "Leaves out models that may not see data of this class, whichever agent asks.",
  settings: z.strictObject({
    dataClass: field(z.enum(dataClasses), { label: "Class of the data" }),
  }),
  apply: (models, { dataClass }) =>
    without(models, ({ facts }) =>
      maySee(facts.dataClass, dataClass) ? undefined : `is not cleared for ${dataClass} data`,
    ),
});
