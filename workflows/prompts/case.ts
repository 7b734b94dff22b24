import { z } from "zod";
import { jsonSchema } from "@/workflows/graph/json";

/** What the variables of a prompt stand for when it is tried, by name. */
export const promptValuesSchema = z
  .record(z.string().max(64), jsonSchema)
  .refine((values) => Object.keys(values).length <= 50, "Up to 50 variables");

/** Values of a prompt's variables, and what an answer to them must hold. */
export const promptCaseSchema = z.strictObject({
  name: z.string().trim().min(1, "Name the case").max(120),
  values: promptValuesSchema,
  expect: z.discriminatedUnion("type", [
    /** The answer has these words in it, in capitals or not. */
    z.strictObject({
      type: z.literal("contains"),
      text: z.string().min(1, "Say what the answer has in it").max(1_000),
    }),
    /** A regular expression, without looking ahead or behind. */
    z.strictObject({ type: z.literal("matches"), pattern: z.string().min(1, "Write a pattern").max(1_000) }),
    /** The answer is JSON that has at least these values in it. */
    z.strictObject({ type: z.literal("json"), value: jsonSchema }),
  ]),
});
export type PromptCase = z.infer<typeof promptCaseSchema>;
