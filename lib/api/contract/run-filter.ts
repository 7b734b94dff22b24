import { z } from "zod";
import { askedStatuses } from "@/workflows/events/run-status";
import { feedbackNameSchema, thumbs } from "@/workflows/feedback/value";
import { time } from "./endpoint";

/** A word or two by which people find runs again. */
export const tagSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N} _.:/-]*$/u,
    "A tag begins with a letter or digit, then has letters, digits, spaces and _ . : / -",
  );

const count = z.coerce.number<number>().int().min(0);
/** What a list of runs can be narrowed to. */
export const runFilterShape = {
  agentId: z.string().max(64).optional(),
  threadId: z.string().max(64).optional(),
  /** `failed` stands for `error` and `timeout`. */
  status: z.enum(askedStatuses).optional(),
  source: z.enum(["test", "chat", "api", "tool"]).optional(),
  /** A published version. */
  version: z.coerce.number<number>().int().min(1).optional(),
  /** Id of the member who started it. */
  person: z.string().max(64).optional(),
  tag: tagSchema.optional(),
  /** Code of the problem it ended with. */
  problem: z.string().max(64).optional(),
  /** Milliseconds from start to end. */
  minMs: count.optional(),
  maxMs: count.optional(),
  /** Micro-dollars. */
  minMicros: count.optional(),
  maxMicros: count.optional(),
  /** Somebody gave it this thumb. */
  thumb: z.enum(thumbs).optional(),
  /** Somebody gave it a score of this name; the others say within what. */
  score: feedbackNameSchema.optional(),
  minScore: z.coerce.number<number>().optional(),
  maxScore: z.coerce.number<number>().optional(),
  /** Whether somebody wrote something about it. */
  commented: z.enum(["yes", "no"]).optional(),
  /** Created then or later, and before. */
  since: time.optional(),
  before: time.optional(),
  /** Found in input, output or run id. */
  text: z.string().max(200).optional(),
};
