import { z } from "zod";
import { jsonObjectSchema } from "@/workflows/graph/json";

export const answerChoiceSchema = z.object({
  id: z.string(),
  label: z.string(),
  tone: z.enum(["primary", "neutral", "danger"]),
});

/** One entry of the list that a node runs its graph for, as people are told of it. */
export const itemPlaceSchema = z.object({
  /** Title of the node that goes through the list. */
  of: z.string(),
  /** Counts from 0. */
  index: z.int().min(0),
  count: z.int().min(1),
  /** A few words of the entry itself. */
  label: z.string(),
});
export type ItemPlace = z.infer<typeof itemPlaceSchema>;

/** What a person sees and may do at a pause. */
export const interruptPayloadSchema = z.object({
  /**
   * `outcome_unknown`: asked by the engine itself, a worker was lost in the middle of a node that must not act twice.
   * `timer`: the clock answers. `child`: the end of a called run answers. No person is asked by these two.
   */
  kind: z.enum(["outcome_unknown", "timer", "child"]).optional(),
  /** The entries on whose behalf it is asked, outermost first: several may ask the same at once. */
  items: z.array(itemPlaceSchema).optional(),
  message: z.string(),
  show: jsonObjectSchema.optional(),
  editable: jsonObjectSchema.optional(),
  answers: z.array(answerChoiceSchema),
  allowText: z.boolean(),
  /** When the clock answers, milliseconds since the epoch. */
  wakeAt: z.number().optional(),
  /** After how many milliseconds the clock answers, counted from when the pause is stored. */
  wakeAfterMs: z.int().min(0).optional(),
  /** Run whose end is waited for. */
  childRunId: z.string().optional(),
});
export type InterruptPayload = z.infer<typeof interruptPayloadSchema>;

export const interruptAnswerSchema = z.strictObject({
  answer: z.string().min(1),
  text: z.string().max(20_000).optional(),
  edits: jsonObjectSchema.optional(),
});
/** A person's decision; `edits` holds new values of editable channels. */
export type InterruptAnswer = z.infer<typeof interruptAnswerSchema>;

/** Answers that no person can give: the time has come, the called run has ended. */
export const dueAnswer = "due";
export const endedAnswer = "ended";

/** Whether a person is asked, so that the pause belongs into the inbox. */
export function asksPerson({ kind }: Pick<InterruptPayload, "kind">): boolean {
  return kind !== "timer" && kind !== "child";
}
