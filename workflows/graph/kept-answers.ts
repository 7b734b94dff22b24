import { z } from "zod";

/** Whose questions an answer may serve. Never anybody's of another workspace. */
export const answerScopes = ["agent", "workspace", "user"] as const;
export type AnswerScope = (typeof answerScopes)[number];

/**
 * How answers of models are kept and given again, where an agent's settings say so. `exact`: for the very same question.
 * `semantic`: also where the last message means the same, by the vectors of an embedding model.
 */
export const keptAnswersSchema = z
  .strictObject({
    match: z.enum(["exact", "semantic"]),
    scope: z.enum(answerScopes).default("agent"),
    /** How long an answer is given again. */
    seconds: z.int().min(60).max(2_592_000).default(86_400),
    /** The model that compares, for `semantic`. */
    embedding: z.string().min(1).max(200).optional(),
    /** The least likeness (cosine) that counts as the same, for `semantic`. */
    likeness: z.number().min(0.5).max(1).default(0.95),
  })
  .refine(({ match, embedding }) => match === "exact" || embedding !== undefined, {
    path: ["embedding"],
    message: "Choose the embedding model that compares questions",
  });
export type KeptAnswers = z.infer<typeof keptAnswersSchema>;

/** An agent whose graph wants answers kept, and how. */
export interface AnswersOfAgent {
  agentId: string;
  settings: KeptAnswers;
}
