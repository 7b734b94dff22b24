import { z } from "zod";
import { feedbackSources } from "@/workflows/feedback/author";
import { saidSchema } from "@/workflows/feedback/said";
import { feedbackKinds, feedbackValueSchema, keptText } from "@/workflows/feedback/value";
import { endpoint, idParam, time } from "./endpoint";

const tag = "Feedback";

export const feedbackSchema = z.object({
  id: z.string(),
  runId: z.string(),
  /** Both null: it is about the run. */
  spanId: z.string().nullable(),
  messageId: z.string().nullable(),
  name: z.string(),
  /** null: a comment alone. */
  value: feedbackValueSchema.nullable(),
  comment: z.string().nullable(),
  source: z.enum(feedbackSources),
  /** Who said it; null: a visitor of a public page. */
  by: z.string().nullable(),
  /** Whether the caller said it, to change and take back. */
  own: z.boolean(),
  createdAt: time,
  updatedAt: time,
});
export type Feedback = z.infer<typeof feedbackSchema>;

const items = z.object({ items: z.array(feedbackSchema) });

export const listFeedback = endpoint({
  method: "get",
  path: "/runs/{id}/feedback",
  access: "run.read",
  tag,
  summary: "What people and programs said of a run, oldest first",
  params: idParam,
  response: items,
});
/** What the same person or program said of the same thing under the same name is replaced. */
export const giveFeedback = endpoint({
  method: "post",
  path: "/runs/{id}/feedback",
  access: "run.feedback",
  tag,
  summary: "Say something of a run, or of a span or message in it: a thumb, a score, a category, a comment",
  params: idParam,
  body: saidSchema.safeExtend({
    user: keptText
      .min(1)
      .max(120)
      .optional()
      .describe("For API keys: your own name or id of who says it. Each has a voice of their own."),
  }),
  response: feedbackSchema,
});
export const deleteFeedback = endpoint({
  method: "delete",
  path: "/runs/{id}/feedback/{feedbackId}",
  access: "run.feedback",
  tag,
  summary: "Take back what one said of a run; administrators also what somebody else said",
  params: idParam.extend({ feedbackId: z.string().min(1).max(64) }),
});
export const listFeedbackNames = endpoint({
  method: "get",
  path: "/feedback-names",
  access: "run.read",
  tag,
  summary: "Names under which something was said of the workspace's runs, by name",
  response: z.object({
    items: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(feedbackKinds),
        /** Of scores: what could be given. */
        min: z.number().nullable(),
        max: z.number().nullable(),
      }),
    ),
  }),
});

const turnParam = z.strictObject({ slug: z.string().min(1).max(64), runId: z.string().min(1).max(64) });
/** Where the agent does not ask for it: 403. */
export const giveTurnFeedback = endpoint({
  method: "post",
  path: "/chat/{slug}/runs/{runId}/feedback",
  access: "chat",
  tag,
  summary: "Say something of a turn of my conversation",
  params: turnParam,
  body: saidSchema,
  response: feedbackSchema,
});
export const deleteTurnFeedback = endpoint({
  method: "delete",
  path: "/chat/{slug}/runs/{runId}/feedback/{feedbackId}",
  access: "chat",
  tag,
  summary: "Take back what I said of a turn of my conversation",
  params: turnParam.extend({ feedbackId: z.string().min(1).max(64) }),
});
