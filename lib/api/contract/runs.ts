import { z } from "zod";
import { nodeHistorySchema } from "@/workflows/estimate/history";
import {
  givenAnswerSchema,
  interruptAnswerSchema,
  interruptPayloadSchema,
  runEventSchema,
  runProblemSchema,
} from "@/workflows/events/event";
import { voteSchema } from "@/workflows/events/interrupt";
import { plainMessageSchema } from "@/workflows/events/message";
import { runOriginSchema } from "@/workflows/events/run-origin";
import { runStatuses } from "@/workflows/events/run-status";
import type { RunView } from "@/workflows/events/run-view";
import { feedbackSummarySchema } from "@/workflows/feedback/summary";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import { nodeIdSchema } from "@/workflows/graph/node";
import { testOptionsSchema } from "@/workflows/graph/test-options";
import { breakpointsSchema, goOnModes } from "@/workflows/travel/breakpoint";
import { stateEditsSchema } from "@/workflows/travel/state-edit";
import { endpoint, idParam, pageOf, pageQuery, streamQuery, time } from "./endpoint";
import { runFilterShape } from "./run-filter";

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
  /** Of a run that is interrupted: how many people it asks, until when, for which run and how many events it waits otherwise. */
  waitsFor: z
    .object({ people: z.int(), until: time.nullable(), runId: z.string().nullable(), events: z.int() })
    .nullable(),
  /** Higher goes first among the runs of the workspace that wait. */
  priority: z.int(),
  input: jsonObjectSchema,
  output: jsonSchema.nullable(),
  problem: runProblemSchema.nullable(),
  tokens: z.object({ input: z.int(), output: z.int(), cached: z.int() }),
  cost: z.object({ micros: z.int(), unknownCalls: z.int() }),
  createdBy: z.string().nullable(),
  /** By name. */
  tags: z.array(z.string()),
  /** What people and programs said of it, and of what is in it. */
  feedback: feedbackSummarySchema,
  /** Run that called this one. */
  parentRunId: z.string().nullable(),
  /** The run that it was made from: as a fork, from a node on, as a replay, as a case of a test. */
  origin: runOriginSchema.nullable(),
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
/** A run in a list: of what went in and came out the first words alone; empty where there are none. */
const listedRunSchema = runSchema
  .omit({ input: true, output: true })
  .extend({ inputPreview: z.string(), outputPreview: z.string() });
export type ListedRun = z.infer<typeof listedRunSchema>;

export const createTestRun = endpoint({
  method: "post",
  path: "/agents/{id}/test-runs",
  access: "run.create",
  tag,
  summary: "Run the draft at this revision, or a part of it",
  once: true,
  files: true,
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
    /** Where it stops between two steps, to be looked at; it goes on with `goOnStopped`. */
    breakpoints: breakpointsSchema.optional(),
  }),
  response: runSchema,
});
/** Models, tools, requests and the time may answer otherwise than they did. */
export const forkRun = endpoint({
  method: "post",
  path: "/runs/{id}/forks",
  access: "run.create",
  tag,
  summary:
    "Go on from a step of a run, with another state or the draft: a test run on a branch of its thread",
  once: true,
  params: idParam,
  body: z.strictObject({
    /** After this checkpoint, or before this visit of a node (by its address, counted from 1). */
    from: z.union([
      z.strictObject({ checkpointId: z.string().min(1).max(64) }),
      z.strictObject({ nodeId: z.string().min(1).max(300), visit: z.int().min(1) }),
    ]),
    edits: stateEditsSchema.default([]),
    /** The draft at this revision in place of the graph as it ran. */
    draft: z.strictObject({ revision: z.int().min(1) }).optional(),
    breakpoints: breakpointsSchema.optional(),
  }),
  response: runSchema,
});
const branchesSchema = z.object({
  /** The conversation's own thread; every other one is a branch. */
  threadId: z.string(),
  /** The run that the next message goes on from. */
  headRunId: z.string().nullable(),
  /** Something in the conversation is at work or waits, so its head stays what it is. */
  busy: z.boolean(),
  items: z.array(
    z.object({
      runId: z.string(),
      threadId: z.string(),
      status: z.enum(runStatuses),
      source: z.enum(["test", "chat", "api", "tool"]),
      version: z.int().nullable(),
      draftRevision: z.int().nullable(),
      origin: runOriginSchema.nullable(),
      /** The run whose state it began in, where that is not the one before it in its thread. */
      from: z.string().nullable(),
      /** How many channels were changed by hand before it began. */
      edits: z.int(),
      createdAt: time,
    }),
  ),
});
export type Branches = z.infer<typeof branchesSchema>;
export const getBranches = endpoint({
  method: "get",
  path: "/runs/{id}/branches",
  access: "run.read",
  tag,
  summary: "The runs of a run's conversation with all its branches, oldest first",
  params: idParam,
  response: branchesSchema,
});
/** A conversation at work or waiting answers 409; somebody else's chat 403. */
export const makeHead = endpoint({
  method: "post",
  path: "/runs/{id}/head",
  access: "run.create",
  tag,
  summary: "Let the conversation go on from the end of this run, on whatever branch it stands",
  params: idParam,
  response: branchesSchema,
});
export const goOnStopped = endpoint({
  method: "post",
  path: "/runs/{id}/go-on",
  access: "run.create",
  tag,
  summary: "Let a test run go on that was stopped at a breakpoint",
  params: idParam,
  body: z.strictObject({
    mode: z.enum(goOnModes).default("continue"),
    /** With the mode `to`: the node before which it stops next. */
    nodeId: nodeIdSchema.optional(),
    /** Where it stops from now on; left out, where it did. */
    breakpoints: breakpointsSchema.optional(),
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
    ...runFilterShape,
    order: z.enum(runOrders).default("newest"),
  }),
  response: pageOf(listedRunSchema),
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
/** Without models and tools; of what nodes were given and wrote, the names of the channels alone. */
export const listStepEvents = endpoint({
  method: "get",
  path: "/runs/{id}/step-events",
  access: "run.read",
  tag,
  summary: "Which nodes ran in which step of a run, after a number",
  params: idParam,
  query: z.strictObject({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(5_000).default(5_000),
  }),
  response: z.object({ items: z.array(runEventSchema) }),
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

/** Somebody whom a pause is for, and how they came to it. */
const assignedSchema = z.object({
  kind: z.enum(["role", "member"]),
  role: z.string().optional(),
  email: z.string().optional(),
  /** Who passed it on to them. */
  by: z.string().nullish(),
  /** They were asked because nobody had answered for a while. */
  later: z.boolean().optional(),
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
  /** Whom it is for; empty: everybody who may answer approvals. */
  assignees: z.array(assignedSchema),
  /** Answers given so far; where several people are asked, it waits until enough have answered. */
  votes: z.array(voteSchema),
  comments: z.array(z.object({ by: z.string(), at: time, text: z.string() })),
  /** From then on it is answered by nobody. */
  expiresAt: time.nullable(),
  /** When further people are asked. */
  escalatesAt: time.nullable(),
  /** Whether the caller may answer it now, and if not, why. */
  mayAnswer: z.boolean(),
  whyNot: z.string().nullable(),
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
    whose: z
      .enum(["all", "mine", "groups"])
      .default("all")
      .describe(
        "`mine`: those that name the caller; `groups`: those for the caller's role, and for everybody.",
      ),
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
  body: givenAnswerSchema,
  response: interruptSchema,
});
export const passOnInterrupt = endpoint({
  method: "post",
  path: "/interrupts/{id}/pass-on",
  access: "interrupt.answer",
  tag: inboxTag,
  summary: "Pass one's turn at a pause to another member, who is asked from then on",
  params: idParam,
  body: z.strictObject({ to: z.email().max(320) }),
  response: interruptSchema,
});
export const commentInterrupt = endpoint({
  method: "post",
  path: "/interrupts/{id}/comments",
  access: "interrupt.answer",
  tag: inboxTag,
  summary: "Say something about a pause that waits; the run does not hear of it",
  params: idParam,
  body: z.strictObject({ text: z.string().trim().min(1).max(4_000) }),
  response: interruptSchema,
});

export { plainMessageSchema };
