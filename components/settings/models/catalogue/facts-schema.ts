import { z } from "zod";
import { limitOf, limitText, textOf } from "@/components/settings/workspace/limit-field";
import { dataClasses } from "@/workflows/catalogue/data-class";
import { abilities, type FactName, type FactSource, type Facts } from "@/workflows/catalogue/facts";
import { regionSchema } from "@/workflows/catalogue/region";
import { principals } from "@/workflows/graph/principal";

/** What stands for “as it is known otherwise” where a person chooses. */
export const asKnown = "known";
const yesNo = z.enum([asKnown, "yes", "no"]);

/** What a person may correct of a model, as the form holds it. */
export const factsFormSchema = z.object({
  abilities: z.record(z.enum(abilities), yesNo),
  contextTokens: limitText(1, 1_000_000_000),
  outputTokens: limitText(1, 1_000_000_000),
  region: z
    .string()
    .trim()
    .pipe(z.union([z.literal(""), regionSchema])),
  dataClass: z.enum([asKnown, ...dataClasses]),
  /** Null: for everybody. */
  usableFor: z.array(z.enum(principals)).min(1, "Choose at least one, or allow it for everybody.").nullable(),
});
type FormValues = z.output<typeof factsFormSchema>;

/** Only what was set here: all else is left as it is known. */
export function formOfFacts(
  facts: Facts,
  sources: Partial<Record<FactName, FactSource>>,
): z.input<typeof factsFormSchema> {
  const own = <Name extends FactName>(name: Name) => (sources[name] === "chosen" ? facts[name] : undefined);
  const spoken = (name: (typeof abilities)[number]) => {
    const set = own(name);
    return set === undefined ? asKnown : set ? "yes" : "no";
  };
  return {
    abilities: {
      tools: spoken("tools"),
      json: spoken("json"),
      images: spoken("images"),
      files: spoken("files"),
      reasoning: spoken("reasoning"),
    },
    contextTokens: textOf(own("contextTokens")),
    outputTokens: textOf(own("outputTokens")),
    region: own("region") ?? "",
    dataClass: own("dataClass") ?? asKnown,
    usableFor: own("usableFor") ?? null,
  };
}

export function factsOfForm(values: FormValues): Facts {
  const { dataClass, region, usableFor } = values;
  const said = abilities.flatMap((name) => {
    const spoken = values.abilities[name];
    return spoken === asKnown ? [] : [[name, spoken === "yes"] as const];
  });
  return {
    ...Object.fromEntries(said),
    contextTokens: limitOf(values.contextTokens),
    outputTokens: limitOf(values.outputTokens),
    ...(region && { region }),
    ...(dataClass !== asKnown && { dataClass }),
    ...(usableFor && { usableFor }),
  };
}
