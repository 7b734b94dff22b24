import { z } from "zod";
import { principals } from "@/workflows/graph/principal";
import { dataClasses } from "./data-class";
import { regionSchema } from "./region";

/** What a model can be given or asked for. */
export const abilities = ["tools", "json", "images", "files", "reasoning"] as const;
export type Ability = (typeof abilities)[number];

const tokens = z.int().min(1, "At least 1").max(1_000_000_000, "At most 1,000,000,000");

/** What holds for all models of a connection where nothing is said of one. */
export const placeFactsSchema = z.strictObject({
  /** Where it runs, as `eu` or `europe-west4`. */
  region: regionSchema.optional(),
  /** The most delicate class of data that it may see. */
  dataClass: z.enum(dataClasses).optional(),
});
export type PlaceFacts = z.infer<typeof placeFactsSchema>;

/** What is known of a model; what is absent is not known, or not limited. */
export const factsSchema = placeFactsSchema.extend({
  tools: z.boolean().optional(),
  json: z.boolean().optional(),
  images: z.boolean().optional(),
  files: z.boolean().optional(),
  reasoning: z.boolean().optional(),
  /** Tokens that fit in. */
  contextTokens: tokens.optional(),
  /** Tokens that an answer may have. */
  outputTokens: tokens.optional(),
  /** Whose runs may ask it; absent: everybody's. */
  usableFor: z.array(z.enum(principals)).min(1, "Choose at least one").max(principals.length).optional(),
});
export type Facts = z.infer<typeof factsSchema>;
export type FactName = keyof Facts;
export const factNames = factsSchema.keyof().options;

/**
 * Who says so, the most trusted first: our client for this kind of provider cannot do it; an administrator; the
 * provider's own list; lists that come with the product; the connection.
 */
export const factSources = ["client", "chosen", "provider", "known", "connection"] as const;
export type FactSource = (typeof factSources)[number];

export interface KnownFacts {
  facts: Facts;
  sources: Partial<Record<FactName, FactSource>>;
}

/** Each fact as the most trusted of those who know it says. */
export function mergeFacts(said: Partial<Record<FactSource, Facts>>): KnownFacts {
  const sources: KnownFacts["sources"] = {};
  let facts: Facts = {};
  for (const source of factSources.toReversed()) {
    const given = factsSchema.parse(said[source] ?? {});
    for (const name of factNames) if (given[name] !== undefined) sources[name] = source;
    facts = { ...facts, ...given };
  }
  return { facts, sources };
}
