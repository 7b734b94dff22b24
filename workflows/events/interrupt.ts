import { z } from "zod";
import { jsonObjectSchema } from "@/workflows/graph/json";

export const answerChoiceSchema = z.object({
  id: z.string(),
  label: z.string(),
  tone: z.enum(["primary", "neutral", "danger"]),
});

/** What a person sees and may do at a pause. */
export const interruptPayloadSchema = z.object({
  /** Asked by the engine itself: a worker was lost in the middle of a node that must not act twice. */
  kind: z.literal("outcome_unknown").optional(),
  message: z.string(),
  show: jsonObjectSchema.optional(),
  editable: jsonObjectSchema.optional(),
  answers: z.array(answerChoiceSchema),
  allowText: z.boolean(),
});
export type InterruptPayload = z.infer<typeof interruptPayloadSchema>;

export const interruptAnswerSchema = z.strictObject({
  answer: z.string().min(1),
  text: z.string().max(20_000).optional(),
  edits: jsonObjectSchema.optional(),
});
/** A person's decision; `edits` holds new values of editable channels. */
export type InterruptAnswer = z.infer<typeof interruptAnswerSchema>;
