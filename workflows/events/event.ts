import { z } from "zod";
import { jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import { divergenceSchema } from "@/workflows/recording/divergence";
import { httpExchangeSchema } from "./http-exchange";
import { interruptAnswerSchema, interruptPayloadSchema } from "./interrupt";
import { plainMessageSchema } from "./message";
import { modelRequestSchema, priceUsedSchema } from "./model-request";
import { usageSchema } from "./usage";

export {
  answerChoiceSchema,
  arrivedAnswer,
  clientAnswers,
  dueAnswer,
  endedAnswer,
  expiredAnswer,
  type GivenAnswer,
  givenAnswerSchema,
  type InterruptAnswer,
  type InterruptPayload,
  interruptAnswerSchema,
  interruptPayloadSchema,
  splitAnswer,
} from "./interrupt";

const problem = z.object({
  code: z.string(),
  message: z.string(),
  hint: z.string().optional(),
  nodeId: z.string().optional(),
  edgeId: z.string().optional(),
});
export type RunProblem = z.infer<typeof problem>;
export const runProblemSchema = problem;

/** What a called run used, with the runs that it called in turn. */
export const childUsageSchema = z.object({
  tokens: z.object({ input: z.int(), output: z.int(), cached: z.int() }),
  costMicros: z.int(),
  /** Calls of models without a known price. */
  unknownCostCalls: z.int(),
});
export type ChildUsage = z.infer<typeof childUsageSchema>;

/** How an answer of an earlier call was found, how old it is, and what asking again would have cost. */
const keptSchema = z.object({
  match: z.enum(["exact", "semantic"]),
  ageMs: z.number().min(0),
  /** How alike the two questions are (cosine), where they are not the same. */
  likeness: z.number().optional(),
  savedMicros: z.int().min(0).nullable(),
});
export type KeptFrom = z.infer<typeof keptSchema>;

const span = { spanId: z.string(), parentSpanId: z.string().optional() };
const event = <Type extends string, Data extends z.ZodType>(type: Type, data: Data) =>
  z.object({ type: z.literal(type), data });

/** Kinds of things that happen in a run, with their data. */
const eventBodySchema = z.discriminatedUnion("type", [
  event("run.started", z.object({ input: jsonObjectSchema })),
  event("run.resumed", z.object({ reason: z.enum(["answer", "recovered"]) })),
  event("run.finished", z.object({ output: jsonSchema })),
  event("run.failed", z.object({ status: z.enum(["error", "timeout"]), problem })),
  event("run.cancelled", z.object({ by: z.string().optional() })),
  /** The slice ended at one or more pauses. */
  event("run.interrupted", z.object({ interruptIds: z.array(z.string()) })),
  /** State after a superstep is stored; its values are read from the checkpoint on demand. */
  event("checkpoint.saved", z.object({ checkpointId: z.string(), step: z.int(), next: z.array(z.string()) })),
  /** `taskId` is LangGraph's: a task resumed after a pause has the same one and keeps its visit number. */
  event("node.started", z.object({ ...span, taskId: z.string(), input: jsonObjectSchema.optional() })),
  event(
    "node.finished",
    z.object({
      ...span,
      port: z.string(),
      edgeIds: z.array(z.string()),
      update: jsonObjectSchema,
      /** The node did not run: its pinned result stood in for it. */
      pinned: z.literal(true).optional(),
    }),
  ),
  event("node.failed", z.object({ ...span, problem, attempt: z.int(), willRetry: z.boolean() })),
  /** The graph inside a node begins for one entry of a list; its index counts from 0. */
  event(
    "item.started",
    z.object({ ...span, index: z.int().min(0), count: z.int().min(1), label: z.string() }),
  ),
  event("item.finished", z.object({ ...span, output: jsonSchema })),
  event("item.failed", z.object({ ...span, problem })),
  event("node.interrupted", z.object({ ...span, interruptId: z.string(), payload: interruptPayloadSchema })),
  event(
    "interrupt.answered",
    z.object({ interruptId: z.string(), answer: interruptAnswerSchema, by: z.string().optional() }),
  ),
  event(
    "model.started",
    z.object({
      ...span,
      provider: z.string(),
      model: z.string(),
      messages: z.array(plainMessageSchema),
      request: modelRequestSchema.optional(),
    }),
  ),
  event("model.delta", z.object({ spanId: z.string(), text: z.string() })),
  event(
    "model.finished",
    z.object({
      ...span,
      /** As in the span's `model.started`; kept here, too, so that usage can be billed from this event alone. */
      provider: z.string(),
      model: z.string(),
      message: plainMessageSchema,
      usage: usageSchema.nullable(),
      /** null: the price of this model is unknown. */
      costMicros: z.int().min(0).nullable(),
      /** What they come from. */
      price: priceUsedSchema.optional(),
      finishReason: z.string().optional(),
      /** What the provider said beside the message, in its own words. */
      response: jsonObjectSchema.optional(),
      /** The model was not asked: an answer that was kept from an earlier call was given again. */
      kept: keptSchema.optional(),
      /** The model was not asked: a replay gave back what it had said. Nothing is counted twice. */
      played: z.literal(true).optional(),
    }),
  ),
  event("model.failed", z.object({ ...span, problem })),
  event(
    "tool.started",
    z.object({ ...span, name: z.string(), toolCallId: z.string().optional(), args: jsonSchema }),
  ),
  event("tool.finished", z.object({ ...span, result: jsonSchema })),
  event("tool.failed", z.object({ ...span, problem })),
  /** An HTTP call of a node or tool, told when it is over. */
  event("http.finished", z.object({ ...span, ms: z.number().min(0), exchange: httpExchangeSchema })),
  /** A published agent was called: a run of its own, with a trace of its own. */
  event(
    "child.started",
    z.object({ ...span, runId: z.string(), agentId: z.string(), agentName: z.string(), version: z.int() }),
  ),
  event(
    "child.ended",
    z.object({
      ...span,
      runId: z.string(),
      status: z.enum(["success", "error", "timeout", "cancelled"]),
      output: jsonSchema.optional(),
      problem: problem.optional(),
      /** What it used, the runs that it called included. */
      used: childUsageSchema,
    }),
  ),
  /** A replay asked for what its recording does not hold. */
  event("replay.diverged", divergenceSchema),
  event("log", z.object({ level: z.enum(["debug", "info", "warn", "error"]), message: z.string() })),
]);
export type EventBody = z.infer<typeof eventBodySchema>;
export type EventType = EventBody["type"];

const placeSchema = z.object({
  /** The entries of lists on whose behalf it happened, outermost first, as `node#visit[index]`; most often none. */
  ns: z.array(z.string()),
  node: z.string().optional(),
  visit: z.int().min(1).optional(),
});

/** An event before the store gave it its number. */
export type EventDraft = { ts: number } & z.infer<typeof placeSchema> & EventBody;

/** One numbered fact of a run. `seq` starts at 1 and has no gaps; `ts` is milliseconds since the epoch. */
export const runEventSchema = z
  .object({ runId: z.string(), seq: z.int().min(1), ts: z.number() })
  .and(placeSchema)
  .and(eventBodySchema);
export type RunEvent = { runId: string; seq: number } & EventDraft;
