import { z } from "zod";
import { givenAnswerSchema } from "@/workflows/events/event";
import { plainMessageSchema } from "@/workflows/events/message";
import { multitaskStrategies } from "@/workflows/events/multitask";
import { channelTypes } from "@/workflows/graph/channel";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { endpoint, streamQuery, time } from "./endpoint";
import { feedbackSchema } from "./feedback";
import { interruptSchema, runSchema } from "./runs";

const tag = "Published agents";
const slugParam = z.strictObject({ slug: z.string().min(1).max(64) });
const threadParam = slugParam.extend({ threadId: z.string().min(1).max(64) });
const runParam = slugParam.extend({ runId: z.string().min(1).max(64) });

export const multitaskSchema = z
  .enum(multitaskStrategies)
  .optional()
  .describe(
    "What happens where the conversation is still at work or waits for a person: `reject` (the default) refuses with 409; `enqueue` starts when everything before it is over; `interrupt` stops that where it stands and goes on from there; `rollback` stops it and starts from the state before it, as if it had not been said.",
  );

/** When a program's run starts, and which goes first. */
const scheduling = {
  priority: z
    .int()
    .min(-10)
    .max(10)
    .optional()
    .describe(
      "Among the runs of the workspace that wait for their turn, higher goes first: 0 for programs unless said otherwise, 5 for people in a chat.",
    ),
  afterSeconds: z
    .number()
    .min(0)
    .max(366 * 86_400)
    .optional()
    .describe("Starts so many seconds from now. The answer does not wait for it: it is the pending run."),
  runAfter: time
    .optional()
    .describe(
      "Starts at this time instead, or at once where it has passed. Not together with `afterSeconds`.",
    ),
};

/** What a chat page or a program needs to know to call the live version. */
export const getChat = endpoint({
  method: "get",
  path: "/chat/{slug}",
  access: "chat",
  tag,
  summary: "The published agent at this address",
  params: slugParam,
  response: z.object({
    name: z.string(),
    description: z.string(),
    slug: z.string(),
    version: z.int(),
    /** The channel that takes messages; null: fill the inputs instead. */
    messagesChannel: z.string().nullable(),
    inputs: z.array(
      z.object({
        channel: z.string(),
        type: z.enum(channelTypes),
        required: z.boolean(),
        description: z.string().optional(),
        /** Takes images and files: a list of objects of `data` (Base64), `mimeType` and `name`. */
        attachments: z.boolean(),
      }),
    ),
    /** What the nodes are called, to say which one is at work. */
    nodeTitles: z.record(z.string(), z.string()),
    /** Trace links are for members who may read runs. */
    mayReadRuns: z.boolean(),
    /** Visitors and viewers see pauses but don't answer them. */
    mayAnswer: z.boolean(),
    /** Whether people are asked what they think of the answers. */
    asksFeedback: z.boolean(),
  }),
});

const threadSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(["idle", "busy", "interrupted", "error"]),
  createdAt: time,
  updatedAt: time,
});
export const listThreads = endpoint({
  method: "get",
  path: "/chat/{slug}/threads",
  access: "chat",
  tag,
  summary: "My conversations with this agent",
  params: slugParam,
  response: z.object({ items: z.array(threadSchema) }),
});
/** A run as the person in the chat sees it. */
export const turnSchema = z.object({
  runId: z.string(),
  status: runSchema.shape.status,
  /** It starts when those before it are over. */
  queued: z.boolean(),
  held: runSchema.shape.held,
  input: jsonObjectSchema,
  messages: z.array(plainMessageSchema),
  /** After how many of the messages each pause came. */
  pauses: z.array(z.object({ interruptId: z.string(), after: z.int().min(0) })),
  output: runSchema.shape.output,
  problem: runSchema.shape.problem,
  /** What the caller said of it. */
  feedback: z.array(feedbackSchema),
  createdAt: time,
});
export const getThread = endpoint({
  method: "get",
  path: "/chat/{slug}/threads/{threadId}",
  access: "chat",
  tag,
  summary: "A conversation: its turns with the messages each added, and its pauses, oldest first",
  params: threadParam,
  response: threadSchema.extend({
    turns: z.array(turnSchema),
    interrupts: z.array(interruptSchema),
  }),
});
export const renameThread = endpoint({
  method: "patch",
  path: "/chat/{slug}/threads/{threadId}",
  access: "chat",
  tag,
  summary: "Rename a conversation",
  params: threadParam,
  body: z.strictObject({ title: z.string().trim().min(1).max(200) }),
  response: threadSchema,
});
export const deleteThread = endpoint({
  method: "delete",
  path: "/chat/{slug}/threads/{threadId}",
  access: "chat",
  tag,
  summary: "Delete a conversation with its runs",
  params: threadParam,
});
export const sendMessage = endpoint({
  method: "post",
  path: "/chat/{slug}/runs",
  access: "chat",
  tag,
  summary: "Start a turn: a message, or the inputs of an agent without chat",
  once: true,
  files: true,
  params: slugParam,
  body: z.strictObject({
    threadId: z.string().max(64).optional(),
    message: z.string().min(1).max(100_000).optional(),
    input: jsonObjectSchema.optional(),
    multitaskStrategy: multitaskSchema,
    retryOf: z
      .string()
      .max(64)
      .optional()
      .describe("The conversation's latest turn, which failed or was stopped: this one takes its place"),
  }),
  response: z.object({ runId: z.string(), threadId: z.string() }),
});
export const stopTurn = endpoint({
  method: "post",
  path: "/chat/{slug}/runs/{runId}/cancel",
  access: "chat",
  tag,
  summary: "Stop a turn of my conversation",
  params: runParam,
});
/** Only what a person in a chat may see: no node inputs, tool arguments or state (docs/decisions). */
export const streamTurn = endpoint({
  method: "get",
  path: "/chat/{slug}/runs/{runId}/stream",
  access: "chat",
  tag,
  summary: "Events of a turn of my conversation as they happen",
  params: runParam,
  query: streamQuery.extend({
    /** Goes on through pauses: ends only with the run. */
    pauses: z.enum(["end", "wait"]).default("end"),
  }),
  stream: true,
});
export const answerTurn = endpoint({
  method: "post",
  path: "/chat/{slug}/interrupts/{interruptId}/answer",
  access: "chat",
  tag,
  summary: "Answer a pause inside my conversation",
  params: slugParam.extend({ interruptId: z.string().min(1).max(64) }),
  body: givenAnswerSchema,
  response: interruptSchema,
});

/**
 * Calls of programs. `stream: true` answers `text/event-stream` of RunEvents (`id:` = seq, resumable with
 * Last-Event-ID at GET /agents/{slug}/runs/{runId}/stream); `wait` (default) answers when the run has ended or
 * paused. Both stream routes are raw (lib/api/routes/stream.ts) and appear in the OpenAPI document as such.
 */
export const callAgent = endpoint({
  method: "post",
  path: "/agents/{slug}/runs",
  access: "chat",
  tag,
  summary: "Run the live version: wait for the result, or stream its events",
  once: true,
  files: true,
  params: slugParam,
  body: z.strictObject({
    input: jsonObjectSchema.optional(),
    message: z.string().min(1).max(100_000).optional(),
    threadId: z.string().max(64).optional(),
    multitaskStrategy: multitaskSchema,
    ...scheduling,
    stream: z.boolean().default(false),
  }),
  response: runSchema.extend({ interrupts: z.array(interruptSchema) }),
  stream: true,
});
export const streamCall = endpoint({
  method: "get",
  path: "/agents/{slug}/runs/{runId}/stream",
  access: "chat",
  tag,
  summary: "Go on reading the events of a run that was started by POST /agents/{slug}/runs",
  params: runParam,
  query: streamQuery,
  stream: true,
});
