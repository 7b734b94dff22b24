import { z } from "zod";

const factsSchema = z.object({
  type: z.string().optional().catch(undefined),
  minimum: z.number().optional().catch(undefined),
  maximum: z.number().optional().catch(undefined),
  minLength: z.number().optional().catch(undefined),
  maxLength: z.number().optional().catch(undefined),
  minItems: z.number().optional().catch(undefined),
  maxItems: z.number().optional().catch(undefined),
  properties: z.record(z.string(), z.unknown()).optional().catch(undefined),
  items: z.unknown().optional(),
});
type SchemaFacts = z.infer<typeof factsSchema>;

/** What a JSON Schema says about a value's bounds; nothing of what is none. */
export function schemaFacts(schema: unknown): SchemaFacts {
  return factsSchema.safeParse(schema).data ?? {};
}

/** The bounds of a value for people. zod bounds whole numbers by what JavaScript can count; that is no news. */
export function limitWords(facts: SchemaFacts): string[] {
  const { minimum, maximum, minLength = 0, maxLength, minItems = 0, maxItems } = facts;
  return [
    span(isSafe(minimum) ? undefined : minimum, isSafe(maximum) ? undefined : maximum, ""),
    span(minLength > 1 ? minLength : undefined, maxLength, " characters"),
    span(minItems > 0 ? minItems : undefined, maxItems, " entries"),
  ].filter((words) => words !== undefined);
}

function span(least: number | undefined, most: number | undefined, noun: string): string | undefined {
  const words = (value: number) => value.toLocaleString("en");
  if (least !== undefined && most !== undefined) return `${words(least)} to ${words(most)}${noun}`;
  if (most !== undefined) return `up to ${words(most)}${noun}`;
  return least === undefined ? undefined : `at least ${words(least)}${noun}`;
}

function isSafe(bound: number | undefined): boolean {
  return bound !== undefined && Math.abs(bound) === Number.MAX_SAFE_INTEGER;
}
