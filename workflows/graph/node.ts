import { z } from "zod";
import { jsonObjectSchema } from "./json";

/** Ids are stable for the life of a document and double as LangGraph node names. */
export const nodeIdSchema = z.string().regex(/^[a-z][a-zA-Z0-9_-]{0,63}$/);

/** `port` sends a failure to the node's `error` port, after its retries, instead of failing the run. */
export const policySchema = z.strictObject({
  retry: z
    .strictObject({
      maxAttempts: z.int().min(1).max(10),
      initialIntervalMs: z.int().min(0).max(600_000).default(500),
      backoffFactor: z.number().min(1).max(10).default(2),
    })
    .optional(),
  timeoutMs: z.int().min(1).max(86_400_000).optional(),
  onError: z.enum(["fail", "port"]).default("fail"),
});
export type Policy = z.infer<typeof policySchema>;

export const nodeSchema = z.strictObject({
  type: z.string().min(1).max(64),
  typeVersion: z.int().min(1),
  title: z.string().min(1).max(120),
  config: jsonObjectSchema,
  policy: policySchema.default({ onError: "fail" }),
  note: z.string().max(10_000).optional(),
  /** Runs go past the node: the edges into it lead on to where its own way goes. */
  disabled: z.literal(true).optional(),
});
export type Node = z.infer<typeof nodeSchema>;
