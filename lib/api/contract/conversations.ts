import { z } from "zod";
import { thumbs } from "@/workflows/feedback/value";
import { turnSchema } from "./chat";
import { endpoint, idParam, pageOf, pageQuery, time } from "./endpoint";
import { interruptSchema, runSchema } from "./runs";

const tag = "Conversations";

const threadStatuses = ["idle", "busy", "interrupted", "error"] as const;

/** A thread with its branches, as one who looks after the agent sees it. */
export const conversationSchema = z.object({
  id: z.string(),
  agentId: z.string(),
  agentName: z.string(),
  title: z.string(),
  status: z.enum(threadStatuses),
  source: runSchema.shape.source,
  /** The member whose it is; null: a visitor of a public page, or a program. */
  person: z.string().nullable(),
  isVisitor: z.boolean(),
  /** Runs of its own thread. */
  turns: z.int(),
  /** Runs on branches of it. */
  branched: z.int(),
  /** Of all of them. */
  cost: z.object({ micros: z.int(), unknownCalls: z.int() }),
  tokens: z.int(),
  /** Milliseconds from start to end, of all that have ended. */
  tookMs: z.int(),
  feedback: z.object({ up: z.int(), down: z.int(), comments: z.int() }),
  createdAt: time,
  /** When somebody last said something in it. */
  updatedAt: time,
});
export type Conversation = z.infer<typeof conversationSchema>;

export const listConversations = endpoint({
  method: "get",
  path: "/threads",
  access: "run.read",
  tag,
  summary: "Conversations of the workspace, last used first",
  query: pageQuery.extend({
    agentId: z.string().max(64).optional(),
    person: z
      .string()
      .max(64)
      .optional()
      .describe("Id of the member whose it is, or `visitors` for those of public pages."),
    source: runSchema.shape.source.optional(),
    status: z.enum(threadStatuses).optional(),
    /** Somebody gave one of its turns this thumb. */
    thumb: z.enum(thumbs).optional(),
    /** Whether somebody wrote something about one of its turns. */
    commented: z.enum(["yes", "no"]).optional(),
    /** Found in the title, or the id. */
    text: z.string().max(200).optional(),
    /** Last used then or later, and before. */
    since: time.optional(),
    before: time.optional(),
  }),
  response: pageOf(conversationSchema),
});

const branchSchema = z.object({
  runId: z.string(),
  /** The turn shown here that it leaves from; null: another one. */
  from: z.string().nullable(),
  /** It was said in the conversation itself, and left behind or taken back. */
  isOwn: z.boolean(),
  status: runSchema.shape.status,
  version: z.int().nullable(),
  draftRevision: z.int().nullable(),
  createdAt: time,
});

const seenTurn = turnSchema.extend({
  /** What it took: time, tokens, cost. */
  run: runSchema.omit({ input: true, output: true }),
});
export type SeenTurn = z.infer<typeof seenTurn>;

export const getConversation = endpoint({
  method: "get",
  path: "/threads/{id}",
  access: "run.read",
  tag,
  summary: "A conversation: the latest turns up to its head, oldest first, with what was said of them",
  params: idParam,
  query: z.strictObject({
    before: z.string().max(64).optional().describe("Id of a run: the turns before it."),
  }),
  response: conversationSchema.extend({
    turns: z.array(seenTurn),
    /** How many turns there are in all. */
    count: z.int(),
    /** There are turns before these. */
    hasEarlier: z.boolean(),
    interrupts: z.array(interruptSchema),
    /** Runs that stand beside the turns shown. */
    branches: z.array(branchSchema),
    /** The channel that takes messages; null: inputs are filled instead. */
    messagesChannel: z.string().nullable(),
    /** What the nodes are called, to say which one is at work. */
    nodeTitles: z.record(z.string(), z.string()),
  }),
});
export type SeenConversation = z.infer<(typeof getConversation)["response"]>;
