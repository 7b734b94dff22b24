import { formatCount } from "@/components/ui/format/count";
import { type Ability, abilities, type FactSource, type Facts } from "@/workflows/catalogue/facts";
import { principalNames } from "@/workflows/graph/principal";

export const abilityNames: Readonly<Record<Ability, string>> = {
  tools: "Tools",
  json: "JSON",
  images: "Images",
  files: "Files",
  reasoning: "Reasoning",
};

export const sourceNames: Readonly<Record<FactSource, string>> = {
  client: "this kind of connection",
  chosen: "set here",
  provider: "the provider says so",
  known: "from the product's lists",
  connection: "of the connection",
};

/** What a model is known to be able to do, by name. */
export function abilitiesOf(facts: Facts): string[] {
  return abilities.filter((each) => facts[each]).map((each) => abilityNames[each]);
}

/** Its sizes and where it stands, in a few words each. */
export function limitsOf({ contextTokens, outputTokens, region, dataClass, usableFor }: Facts): string[] {
  return [
    contextTokens === undefined ? "" : `${formatCount(contextTokens)} context`,
    outputTokens === undefined ? "" : `answers up to ${formatCount(outputTokens)}`,
    region ? `in ${region}` : "",
    dataClass ? `up to ${dataClass} data` : "",
    usableFor ? `only for ${principalNames(usableFor)}` : "",
  ].filter(Boolean);
}
