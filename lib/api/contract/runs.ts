import { z } from "zod";
import { nodeHistorySchema } from "@/workflows/estimate/history";
import {
  interruptAnswerSchema,
  interruptPayloadSchema,
  runEventSchema,
  runProblemSchema,
} from "@/workflows/events/event";
import { plainMessageSchema } from "@/workflows/events/message";
import { runStatuses } from "@/workflows/events/run-status";
import type { RunView } from "@/workflows/events/run-view";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import { nodeIdSchema } from "@/workflows/graph/node";
import { testOptionsSchema } from "@/workflows/graph/test-options";
import { endpoint, idParam, pageOf, pageQuery, streamQuery, time } from "./endpoint";

const tag = "Runs";

export const runSchema = z.object({
  id: z.string(),
  agentId: z.string(),
  agentName: z.string(),
  threadId: z.string(),
  version: z.int().nullable(),
  draftRevision: z.int().nullable(),
  /** What of its draft a test run keeps to; null: a published version ran. */
  test: testOptionsSchema.nullable(),
  source: z.enum(["test", "chat", "api", "tool"]),
  status: z.enum(runStatuses),
  /** Why a pending run is not in the queue yet: its time, its conversation, or a limit of runs in progress. */
  held: z.enum(["time", "thread", "limit"]).nullable(),
  /** Not to start before this. */
  runAfter: time.nullable(),
  /** Higher goes first among the runs of the workspace that wait. */
  priority: z.int(),
  input: jsonObjectSchema,
  output: jsonSchema.nullable(),
  problem: runProblemSchema.nullable(),
  tokens: z.object({ input: z.int(), output: z.int(), cached: z.int() }),
  cost: z.object({ micros: z.int(), unknownCalls: z.int() }),
  createdBy: z.string().nullable(),
  /** Run that called this one. */
  parentRunId: z.string().nullable(),
  createdAt: time,
  startedAt: time.nullable(),
  endedAt: time.nullable(),
  /** What happened inside it is no longer kept since then. */
  eventsDeletedAt: time.nullable(),
});
/** Orders of a list of runs; time is from start to end, none before the end. */
export const runOrders = ["newest", "oldest", "slowest", "costliest"] as const;
export type RunOrder = (typeof runOrders)[number];
export type RunSummary = z.infer<typeof runSchema>;

export const createTestRun = endpoint({
  method: "post",
  path: "/agents/{id}/test-runs",
  access: "run.create",
  tag,
  summary: "Run the draft at this revision, or a part of it",
  once: true,
  params: idParam,
  body: z.strictObject({
    revision: z.int().min(1),
    /** The channels that Start asks for; none with `from`. */
    input: jsonObjectSchema.default({}),
    /** Not with `from`, whose values say what a thread would. */
    threadId: z.string().max(64).optional(),
    /** false: pinned nodes run as well. */
    pins: z.boolean().default(true),
    /** The node to begin at in place of Start, with the channel values found there. */
    from: z.strictObject({ nodeId: nodeIdSchema, values: jsonObjectSchema }).optional(),
    /** The node to end after: only what leads there runs. With the same `from` it runs alone. */
    until: nodeIdSchema.optional(),
  }),
  response: runSchema,
});
export const listRuns = endpoint({
  method: "get",
  path: "/runs",
  access: "run.read",
  tag,
  summary: "Runs, newest first unless another order is asked for",
  query: pageQuery.extend({
    agentId: z.string().max(64).optional(),
    threadId: z.string().max(64).optional(),
    status: z.enum(runStatuses).optional(),
    source: z.enum(["test", "chat", "api", "tool"]).optional(),
    /** Found in input, output or run id. */
    text: z.string().max(200).optional(),
    order: z.enum(runOrders).default("newest"),
  }),
  response: pageOf(runSchema),
});
export const getRun = endpoint({
  method: "get",
  path: "/runs/{id}",
  access: "run.read",
  tag,
  summary: "A run",
  params: idParam,
  response: runSchema,
});
/** The fold of all events so far; read the stream after its `seq`. */
export const getRunView = endpoint({
  method: "get",
  path: "/runs/{id}/view",
  access: "run.read",
  tag,
  summary: "What happened in a run, with the graph as it ran",
  params: idParam,
  response: z.object({ run: runSchema, view: z.custom<RunView>(), document: graphDocumentSchema }),
});
export const listEvents = endpoint({
  method: "get",
  path: "/runs/{id}/events",
  access: "run.read",
  tag,
  summary: "Events of a run after a number",
  params: idParam,
  query: z.strictObject({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(2_000).default(500),
  }),
  response: z.object({ items: z.array(runEventSchema), lastSeq: z.int() }),
});
/** Ends after the event that ends or pauses the run. A closed connection does not stop the run. */
export const streamRun = endpoint({
  method: "get",
  path: "/runs/{id}/stream",
  access: "run.read",
  tag,
  summary: "Events of a run as they happen, after a number",
  params: idParam,
  query: streamQuery,
  stream: true,
});
/** Of the latest successful runs; pinned visits, which did not run, are left out. */
export const getNodeHistory = endpoint({
  method: "get",
  path: "/agents/{id}/node-history",
  access: "run.read",
  tag,
  summary: "What earlier runs of an agent took at each node, to estimate the next one by",
  params: idParam,
  response: z.object({ runs: z.int(), nodes: z.array(nodeHistorySchema) }),
});
export const getRunState = endpoint({
  method: "get",
  path: "/runs/{id}/state/{checkpointId}",
  access: "run.read",
  tag,
  summary: "Channel values after a superstep",
  params: z.strictObject({ id: z.string().min(1).max(64), checkpointId: z.string().min(1).max(64) }),
  response: z.object({ values: jsonObjectSchema, next: z.array(z.string()) }),
});
export const cancelRun = endpoint({
  method: "post",
  path: "/runs/{id}/cancel",
  access: "run.cancel",
  tag,
  summary: "Stop a run",
  params: idParam,
  response: runSchema,
});

export const interruptSchema = z.object({
  id: z.string(),
  agentId: z.string(),
  agentName: z.string(),
  runId: z.string(),
  threadId: z.string(),
  nodeId: z.string(),
  nodeTitle: z.string(),
  payload: interruptPayloadSchema,
  status: z.enum(["waiting", "answered", "withdrawn"]),
  answer: interruptAnswerSchema.nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: time.nullable(),
  createdAt: time,
});
export type InterruptSummary = z.infer<typeof interruptSchema>;
const inboxTag = "Approvals";
export const listInterrupts = endpoint({
  method: "get",
  path: "/interrupts",
  access: "interrupt.read",
  tag: inboxTag,
  summary: "The inbox: pauses that wait, or that were answered",
  query: pageQuery.extend({
    status: z.enum(["waiting", "answered", "withdrawn"]).default("waiting"),
    agentId: z.string().max(64).optional(),
    runId: z.string().max(64).optional(),
  }),
  response: pageOf(interruptSchema).extend({ waiting: z.int() }),
});
export const getInterrupt = endpoint({
  method: "get",
  path: "/interrupts/{id}",
  access: "interrupt.read",
  tag: inboxTag,
  summary: "One pause",
  params: idParam,
  response: interruptSchema,
});
/** Somebody was faster: 409 `already_answered`, with the interrupt as data. */
export const answerInterrupt = endpoint({
  method: "post",
  path: "/interrupts/{id}/answer",
  access: "interrupt.answer",
  tag: inboxTag,
  summary: "Answer a pause and let the run go on",
  params: idParam,
  body: interruptAnswerSchema,
  response: interruptSchema,
});

export { plainMessageSchema };
