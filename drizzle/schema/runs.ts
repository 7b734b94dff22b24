import { sql } from "drizzle-orm";
import {
  bigint,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { users, workspaces } from "./accounts";
import { agents } from "./agents";
import { createdAt, id, updatedAt } from "./columns";

export const threads = pgTable(
  "threads",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    agentId: text()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    title: text().notNull().default(""),
    status: text({ enum: ["idle", "busy", "interrupted", "error"] })
      .notNull()
      .default("idle"),
    /** Who owns a chat: a member, or a visitor of a public page. */
    userId: text().references(() => users.id, { onDelete: "set null" }),
    visitorId: text(),
    source: text({ enum: ["test", "chat", "api", "tool"] }).notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("threads_agent").on(t.agentId, t.updatedAt),
    index("threads_user").on(t.userId, t.updatedAt),
    index("threads_visitor").on(t.visitorId),
  ],
);

export const runs = pgTable(
  "runs",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    agentId: text()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    threadId: text()
      .notNull()
      .references(() => threads.id, { onDelete: "cascade" }),
    /** Exactly one of the two names the graph that ran. */
    version: integer(),
    draftRevision: integer(),
    /** The graph as it ran, for drafts; published runs read it from agent_versions. */
    document: jsonb(),
    /** What of its draft a test run keeps to; published runs have none. */
    testOptions: jsonb(),
    source: text({ enum: ["test", "chat", "api", "tool"] }).notNull(),
    status: text({
      enum: ["pending", "running", "success", "error", "timeout", "interrupted", "cancelled"],
    })
      .notNull()
      .default("pending"),
    input: jsonb().notNull(),
    output: jsonb(),
    problem: jsonb(),
    /** Fencing token: grows with every claim, a worker with an older one can write nothing. */
    epoch: integer().notNull().default(0),
    /** Process that executes the run now; it holds an advisory lock of this number while it lives. */
    workerId: integer(),
    /** Queue job under which it was claimed. */
    jobId: text(),
    cancelRequestedAt: timestamp({ withTimezone: true }),
    /** Last event number; the appender moves it under the row's lock. */
    lastSeq: integer().notNull().default(0),
    inputTokens: integer().notNull().default(0),
    outputTokens: integer().notNull().default(0),
    cachedTokens: integer().notNull().default(0),
    costMicros: bigint({ mode: "number" }).notNull().default(0),
    unknownCostCalls: integer().notNull().default(0),
    createdBy: text().references(() => users.id, { onDelete: "set null" }),
    /** Run whose tool call started this one. */
    parentRunId: text(),
    /** Checkpoint of its thread that it starts from, where that is not the latest; "none" is an empty state. */
    baseCheckpointId: text(),
    createdAt: createdAt(),
    startedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("runs_agent").on(t.agentId, t.createdAt),
    index("runs_workspace").on(t.workspaceId, t.createdAt),
    index("runs_thread").on(t.threadId, t.createdAt),
    index("runs_open").on(t.status).where(sql`${t.status} in ('pending', 'running')`),
  ],
);

export const runEvents = pgTable(
  "run_events",
  {
    runId: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    seq: integer().notNull(),
    ts: doublePrecision().notNull(),
    type: text().notNull(),
    node: text(),
    visit: integer(),
    ns: text().array().notNull().default(sql`'{}'`),
    data: jsonb().notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.seq] })],
);

/** The inbox: one row per pause. */
export const interrupts = pgTable(
  "interrupts",
  {
    id: id(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    agentId: text()
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    runId: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    threadId: text().notNull(),
    nodeId: text().notNull(),
    visit: integer().notNull(),
    /** LangGraph's interrupt id: the key under which the resume value is given. */
    langgraphId: text().notNull(),
    payload: jsonb().notNull(),
    status: text({ enum: ["waiting", "answered", "withdrawn"] })
      .notNull()
      .default("waiting"),
    answer: jsonb(),
    answeredBy: text().references(() => users.id, { onDelete: "set null" }),
    answeredByName: text(),
    answeredAt: timestamp({ withTimezone: true }),
    createdAt: createdAt(),
  },
  (t) => [
    index("interrupts_inbox").on(t.workspaceId, t.status, t.createdAt),
    uniqueIndex("interrupts_langgraph").on(t.runId, t.langgraphId),
  ],
);

/** One row per model call, written with the event that reports it. */
export const usageRecords = pgTable(
  "usage_records",
  {
    /** No reference: what was spent is counted after the run itself is gone. */
    runId: text().notNull(),
    seq: integer().notNull(),
    workspaceId: text().notNull(),
    agentId: text().notNull(),
    provider: text().notNull(),
    model: text().notNull(),
    inputTokens: integer().notNull(),
    outputTokens: integer().notNull(),
    cachedTokens: integer().notNull(),
    costMicros: bigint({ mode: "number" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.seq] }), index("usage_workspace").on(t.workspaceId, t.createdAt)],
);
