import { z } from "zod";
import { personalKinds } from "@/workflows/personal/personal-data";
import { field } from "./field";
import { uniqueBy } from "./fields";

/** @param actions what may become of what is found */
function rulesSchema<const Action extends string>(actions: readonly [Action, ...Action[]]) {
  const entry = z.strictObject({
    kind: field(z.enum(personalKinds).default("email"), { label: "Kind", control: "select" }),
    action: field(z.enum(actions).default(actions[0]), {
      label: "Then",
      control: "select",
      words: { later: "Keep for later" },
    }),
  });
  return z
    .array(entry)
    .max(personalKinds.length)
    .default([])
    .refine(...uniqueBy((rule: { kind: string }) => rule.kind, "A kind may be listed once"));
}

export const personalRulesSchema = rulesSchema(["mask", "hash", "block"]);

/** Which personal data is looked for in a text, and what becomes of it; what is masked can be put back later in the run. */
export const keptPersonalField = field(rulesSchema(["mask", "hash", "later", "block"]), {
  label: "Personal data",
  help: "Mask: a tag takes its place. Hash: one that is the same for the same value; short ones can be guessed. Keep for later: the value is kept, encrypted, until the run is deleted, and a Guardrail behind can put it back. Block: the text is refused.",
});
