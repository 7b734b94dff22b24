import { z } from "zod";
import { givenAnswerSchema, interruptPayloadSchema } from "@/workflows/events/event";
import { endpoint, idParam, time } from "./endpoint";

const tag = "Approvals";
const linkParam = z.strictObject({ id: z.string().min(1).max(64), linkId: z.string().min(1).max(64) });
const tokenParam = z.strictObject({ token: z.string().min(1).max(200) });

/** How a link stands. `answered` and `over`: its pause was answered another way, or its run has ended. */
export const linkStates = ["open", "used", "expired", "withdrawn", "answered", "over"] as const;
export type LinkState = (typeof linkStates)[number];

const linkSchema = z.object({
  id: z.string(),
  /** Whom it was made for. */
  recipient: z.string(),
  /** The only answer it gives; null: all that the pause offers. */
  answer: z.string().nullable(),
  state: z.enum(linkStates),
  createdBy: z.string().nullable(),
  expiresAt: time,
  usedAt: time.nullable(),
  createdAt: time,
});
export type AnswerLink = z.infer<typeof linkSchema>;

export const listAnswerLinks = endpoint({
  method: "get",
  path: "/interrupts/{id}/links",
  access: "interrupt.answer",
  tag,
  summary: "Links that were made for a pause, newest first",
  params: idParam,
  response: z.object({ items: z.array(linkSchema) }),
});
/** The token is told here and never again. Whoever holds it answers in place of whoever made it. */
export const createAnswerLink = endpoint({
  method: "post",
  path: "/interrupts/{id}/links",
  access: "interrupt.answer",
  tag,
  summary: "Make a link by which somebody without an account answers a pause, once",
  params: idParam,
  body: z.strictObject({
    recipient: z.string().trim().min(1).max(200).describe("Whom it is for; stands on record with the answer"),
    answer: z
      .string()
      .max(64)
      .optional()
      .describe("The only answer it gives; without it all that are offered"),
    hours: z
      .number()
      .min(0.1)
      .max(24 * 90)
      .default(72)
      .describe("How long it works"),
  }),
  response: linkSchema.extend({ token: z.string(), path: z.string() }),
});
export const withdrawAnswerLink = endpoint({
  method: "delete",
  path: "/interrupts/{id}/links/{linkId}",
  access: "interrupt.answer",
  tag,
  summary: "Withdraw a link that was not used yet",
  params: linkParam,
});

/** Looking never answers: programs that preview links look, too. */
export const getAnswerLink = endpoint({
  method: "get",
  path: "/answer-links/{token}",
  access: "anyone",
  tag,
  summary: "What a link asks, and whether it still works",
  params: tokenParam,
  response: z.object({
    state: z.enum(linkStates),
    recipient: z.string(),
    answer: z.string().nullable(),
    agentName: z.string(),
    nodeTitle: z.string(),
    /** null once the link works no more. */
    question: interruptPayloadSchema.nullable(),
    expiresAt: time,
  }),
});
/** A link that works no more: 409 with `data.state`. */
export const answerByLink = endpoint({
  method: "post",
  path: "/answer-links/{token}",
  access: "anyone",
  tag,
  summary: "Answer by a link; it works once",
  params: tokenParam,
  body: givenAnswerSchema,
  response: z.object({
    /** Others are still to answer. */
    waitsForOthers: z.boolean(),
  }),
});
