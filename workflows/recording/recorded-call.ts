import { z } from "zod";
import type { ErrorDetails } from "@/workflows/errors/app-error";
import { errorCodes } from "@/workflows/errors/codes";
import { jsonSchema } from "@/workflows/graph/json";

/** What a run asks of the world outside its graph. */
export const callKinds = [
  "model",
  "ladder",
  "embedder",
  "embed",
  "reranker",
  "rank",
  "http",
  "code",
  "tool-opened",
  "tool",
  "agent",
  "mail",
  "event-address",
  "store",
  "sql",
  "file",
  "answer",
  "clock",
  "random",
] as const;
export type CallKind = (typeof callKinds)[number];

/**
 * What is computed here, or looked up at no cost: where nothing was recorded it is done, and a changed graph may do so.
 * All other kinds reach somebody outside.
 */
export const localKinds: ReadonlySet<CallKind> = new Set([
  "ladder",
  "embedder",
  "reranker",
  "code",
  "tool-opened",
  "clock",
  "random",
]);

export const recordedProblemSchema = z.object({
  /** Absent: a failure that nobody expected. */
  code: z.enum(errorCodes).optional(),
  message: z.string(),
  details: z.custom<ErrorDetails>((value) => typeof value === "object" && value !== null).optional(),
});
export type RecordedProblem = z.infer<typeof recordedProblemSchema>;

export const recordedResultSchema = z.union([
  z.object({ ok: jsonSchema }),
  z.object({ problem: recordedProblemSchema }),
]);
export type RecordedResult = z.infer<typeof recordedResultSchema>;

export const recordedCallSchema = z.object({
  /** `place#visit:kind:fingerprint#n`; the same call of a visit that runs again has the same. */
  key: z.string(),
  /** Node of the visit by its address, below the entries of lists that it was visited for. */
  place: z.string(),
  visit: z.int().min(1),
  kind: z.enum(callKinds),
  /** Whom it reached: an address, a tool, a model. */
  target: z.string(),
  /** What was asked, in a form that people read; may be cut short. */
  asked: z.string(),
  result: recordedResultSchema,
});
/** One result from outside, as a run got it. */
export type RecordedCall = z.infer<typeof recordedCallSchema>;

/** The same before it is stored: its result as JSON text, so that nobody changes it afterwards. */
export type NewRecordedCall = Omit<RecordedCall, "result"> & { result: string };
