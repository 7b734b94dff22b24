import { z } from "zod";
import { jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import { nodeIdSchema } from "@/workflows/graph/node";

/** Datasets and evaluators are to read the same form: what is new gets a number of its own. */
export const caseFormat = "signalbox.case/1";

/** Of a value of the output. */
const ofValue = {
  /** `a.b[0].c` in what came out; empty or absent: all of it. */
  at: z.string().trim().max(500).optional(),
  /** It must not be so. */
  not: z.boolean().optional(),
};

export const expectationSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("equals"), value: jsonSchema, ...ofValue }),
  /** Text, or the JSON of anything else, holds this text. */
  z.strictObject({ kind: z.literal("contains"), text: z.string().min(1).max(20_000), ...ofValue }),
  /** A regular expression of RE2, found anywhere in the text. */
  z.strictObject({ kind: z.literal("matches"), pattern: z.string().min(1).max(500), ...ofValue }),
  /** It has at least these fields; lists in it are the same. */
  z.strictObject({ kind: z.literal("has"), value: jsonSchema, ...ofValue }),
  /** A number from the one to the other, both among them; a side that is absent has no bound. */
  z
    .strictObject({
      kind: z.literal("within"),
      min: z.number().optional(),
      max: z.number().optional(),
      ...ofValue,
    })
    .refine(({ min, max }) => min !== undefined || max !== undefined, {
      error: "Say the least or the most",
      path: ["min"],
    })
    .refine(({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }) => min <= max, {
      error: "The most is less than the least",
      path: ["max"],
    }),
  /** The nodes that it went through, in their order; others may stand between them unless it says `only`. */
  z.strictObject({
    kind: z.literal("path"),
    nodes: z.array(nodeIdSchema).min(1).max(500),
    only: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("cost"), atMostMicros: z.int().min(0) }),
]);
export type Expectation = z.infer<typeof expectationSchema>;
export type ExpectationKind = Expectation["kind"];

export const expectationsSchema = z.array(expectationSchema).max(50);

/** What an agent or one of its nodes is given, and what has to come of it. */
export const testCaseSchema = z.strictObject({
  format: z.literal(caseFormat),
  /** Values of Start's channels; of a node, those that it finds. */
  input: jsonObjectSchema,
  /** Channel values that it finds beside its input: a conversation so far. */
  state: jsonObjectSchema.optional(),
  /** Only this node runs. */
  node: nodeIdSchema.optional(),
  expect: expectationsSchema,
});
export type TestCase = z.infer<typeof testCaseSchema>;
