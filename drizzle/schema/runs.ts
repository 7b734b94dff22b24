import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
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
    /** The conversation that this one is a branch of: the first of all, not the branch it left. */
    branchOf: text(),
    /** The run that the next message goes on from, where that is not the latest of this thread. */
    headRunId: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("threads_recent").on(t.workspaceId, t.updatedAt, t.id).where(sql`${t.branchOf} is null`),
    // What is rare among many: most are idle.
    index("threads_status")
      .on(t.workspaceId, t.status, t.updatedAt)
      .where(sql`${t.branchOf} is null and ${t.status} <> 'idle'`),
    index("threads_source").on(t.workspaceId, t.source, t.updatedAt).where(sql`${t.branchOf} is null`),
    index("threads_branches").on(t.branchOf).where(sql`${t.branchOf} is not null`),
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
    /** For whom it is made, as their role was then: a called run is made for whom its caller is. */
    onBehalfOf: text(),
    /** Run that called this one. */
    parentRunId: text(),
    /** The trace that whoever asked for it is in (W3C Trace Context); null: it begins one. */
    trace: jsonb(),
    /** The run that it was made from: as a fork, from a node on, as a replay, as a case of a test. */
    origin: jsonb(),
    /** Where it goes on in the state of its origin, with what was changed in it by hand. */
    fork: jsonb(),
    /** Where a test run stops, to be looked at. */
    breakpoints: jsonb(),
    /** The run of another branch of the conversation that it goes on from. */
    afterRunId: text(),
    /** `run:node:visit:call` of the call that started it, so that a step which runs again finds it. */
    callKey: text(),
    /** Checkpoint of its thread that it starts from, where that is not the latest; "none" is an empty state. */
    baseCheckpointId: text(),
    /** Higher is taken first among those that wait. */
    priority: integer().notNull().default(0),
    /** Not to be taken before this time. */
    runAfter: timestamp({ withTimezone: true }),
    /**
     * Why a pending run is not in the queue yet: its time has not come, its thread is busy, or a limit of its agent or
     * workspace is reached.
     */
    held: text({ enum: ["time", "thread", "limit"] }),
    /** Run of the same thread that this one takes the place of: it is undone before this one starts. */
    replaces: text(),
    /** How often its worker died with it since its last stored step. */
    crashes: integer().notNull().default(0),
    /** Last event number at its last claim: a step stored after it is progress. */
    claimedSeq: integer().notNull().default(0),
    /** Token deltas of its messages were packed. */
    compactedAt: timestamp({ withTimezone: true }),
    /** It stands in the figures of dashboards. */
    countedAt: timestamp({ withTimezone: true }),
    /** Its events had outlived their time. */
    eventsDeletedAt: timestamp({ withTimezone: true }),
    /** Its checkpoints had outlived their time, apart from those that later runs of its thread stand on. */
    statesDeletedAt: timestamp({ withTimezone: true }),
    /** What it added to its conversation, written down when its checkpoints went. */
    turn: jsonb(),
    createdAt: createdAt(),
    startedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    /**
     * What lists go by. They change once, at the end: while a run goes on, no index has to follow its counters.
     * Milliseconds from start to end; 0 before the end.
     */
    tookMs: bigint({ mode: "number" })
      .notNull()
      .generatedAlwaysAs(sql`coalesce((extract(epoch from (ended_at - started_at)) * 1000)::bigint, 0)`),
    /** Micro-dollars; 0 before the end. */
    spentMicros: bigint({ mode: "number" })
      .notNull()
      .generatedAlwaysAs(sql`case when ended_at is null then 0 else cost_micros end`),
    problemCode: text().generatedAlwaysAs(sql`problem ->> 'code'`),
  },
  (t) => [
    index("runs_agent").on(t.agentId, t.createdAt),
    index("runs_workspace").on(t.workspaceId, t.createdAt),
    index("runs_thread").on(t.threadId, t.createdAt),
    index("runs_open").on(t.status).where(sql`${t.status} in ('pending', 'running')`),
    index("runs_places")
      .on(t.workspaceId, t.agentId)
      .where(sql`${t.status} in ('pending', 'running') and ${t.held} is null and ${t.parentRunId} is null`),
    index("runs_held")
      .on(t.workspaceId, t.held, t.priority.desc().nullsFirst(), t.createdAt)
      .where(sql`${t.held} is not null`),
    index("runs_delayed").on(t.runAfter).where(sql`${t.held} = 'time'`),
    index("runs_status").on(t.workspaceId, t.status, t.createdAt),
    index("runs_source").on(t.workspaceId, t.source, t.createdAt),
    index("runs_version").on(t.agentId, t.version, t.createdAt),
    index("runs_person").on(t.createdBy, t.createdAt).where(sql`${t.createdBy} is not null`),
    index("runs_problem")
      .on(t.workspaceId, t.problemCode, t.createdAt)
      .where(sql`${t.problemCode} is not null`),
    index("runs_unpacked").on(t.workspaceId, t.createdAt).where(sql`${t.compactedAt} is null`),
    index("runs_longest").on(t.workspaceId, t.tookMs, t.id),
    index("runs_costliest").on(t.workspaceId, t.spentMicros, t.id),
    index("runs_parent").on(t.parentRunId).where(sql`${t.parentRunId} is not null`),
    index("runs_uncompacted").on(t.endedAt).where(sql`${t.compactedAt} is null and ${t.endedAt} is not null`),
    index("runs_uncounted").on(t.endedAt).where(sql`${t.countedAt} is null and ${t.endedAt} is not null`),
    index("runs_with_events")
      .on(t.workspaceId, t.endedAt)
      .where(sql`${t.eventsDeletedAt} is null and ${t.endedAt} is not null`),
    index("runs_with_states")
      .on(t.workspaceId, t.endedAt)
      .where(sql`${t.statesDeletedAt} is null and ${t.endedAt} is not null`),
  ],
);

/**
 * No foreign key: events are only written while their run's row is locked, and checking each of them again took a
 * quarter of the time of storing it. They go with their run by the trigger "runs_take_events" (0033).
 */
export const runEvents = pgTable(
  "run_events",
  {
    runId: text().notNull(),
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
    /**
     * Who answers: people, the clock, the end of a run that was called, a program outside, whoever runs the agent, or
     * whoever stopped a test run. Only the first stand in the inbox.
     */
    kind: text({ enum: ["human", "timer", "child", "event", "client", "breakpoint"] })
      .notNull()
      .default("human"),
    /** When the clock answers. */
    wakeAt: timestamp({ withTimezone: true }),
    /** Run whose end is waited for. */
    childRunId: text(),
    /** Key of the event that is waited for. */
    eventKey: text(),
    /** What it brought, as `{payload}`. */
    event: jsonb(),
    /** Whom it is for: those the graph names, who came with the time, and to whom it was passed on. Empty: everybody. */
    assignees: jsonb().notNull().default([]),
    /** When others are asked as well. */
    escalateAt: timestamp({ withTimezone: true }),
    /** When people are told of it next, beside the inbox, and how often they were. */
    tellAt: timestamp({ withTimezone: true }),
    told: integer().notNull().default(0),
    /** Every answer given since it was asked, with who gave it. */
    votes: jsonb().notNull().default([]),
    /** What people said about it while it waited. */
    comments: jsonb().notNull().default([]),
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
    index("interrupts_timers").on(t.wakeAt).where(sql`${t.status} = 'waiting' and ${t.wakeAt} is not null`),
    index("interrupts_to_tell").on(t.tellAt).where(sql`${t.status} = 'waiting' and ${t.tellAt} is not null`),
    index("interrupts_escalations")
      .on(t.escalateAt)
      .where(sql`${t.status} = 'waiting' and ${t.escalateAt} is not null`),
    index("interrupts_children")
      .on(t.childRunId)
      .where(sql`${t.status} = 'waiting' and ${t.childRunId} is not null`),
    index("interrupts_events")
      .on(t.workspaceId, t.eventKey)
      .where(sql`${t.status} = 'waiting' and ${t.eventKey} is not null`),
  ],
);

/** A request that is sent again under its key gets the run that the first one made. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** Who sent it, and to which agent: the same key of somebody else is another key. */
    scope: text().notNull(),
    key: text().notNull(),
    /** Hash of what was asked: a key with another request is a mistake. */
    fingerprint: text().notNull(),
    runId: text().notNull(),
    threadId: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.scope, t.key] }), index("idempotency_age").on(t.createdAt)],
);

/** Server processes, each of which shows every few seconds that it lives and how it fares. */
export const processes = pgTable("processes", {
  /** The number under which it claims runs. */
  id: integer().primaryKey(),
  role: text({ enum: ["all", "web", "worker"] }).notNull(),
  host: text().notNull(),
  pid: integer().notNull(),
  version: text().notNull(),
  startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  seenAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  report: jsonb().notNull(),
});

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
    /** The answer was kept from an earlier call. */
    kept: boolean().notNull().default(false),
    /** What it would have cost to ask again; null: nobody knows, or it was asked. */
    savedMicros: bigint({ mode: "number" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.seq] }), index("usage_workspace").on(t.workspaceId, t.createdAt)],
);
