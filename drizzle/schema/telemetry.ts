import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { workspaces } from "./accounts";
import { updatedAt } from "./columns";
import { runs } from "./runs";

const moment = () => timestamp({ withTimezone: true });
const count = () => bigint({ mode: "number" }).notNull().default(0);

/** Where traces are sent to: a workspace's own receiver, or the operator's for all workspaces. */
export const telemetryTargets = pgTable("telemetry_targets", {
  /** The workspace's id, or "operator". */
  id: text().primaryKey(),
  /** null: the operator's, whose settings are the environment of each process. */
  workspaceId: text().references(() => workspaces.id, { onDelete: "cascade" }),
  enabled: boolean().notNull().default(false),
  endpoint: text().notNull().default(""),
  protocol: text({ enum: ["http/protobuf", "http/json", "grpc"] })
    .notNull()
    .default("http/protobuf"),
  /** Sealed by lib/secrets: a JSON object, values by name. null: none. */
  sealedHeaders: text(),
  headerNames: text().array().notNull().default(sql`'{}'`),
  /** An administrator allowed this endpoint to be on a private network. */
  allowPrivate: boolean().notNull().default(false),
  /** Also what people, models and tools said is sent. */
  content: boolean().notNull().default(false),
  /** Of how many runs, from 0 to 1. */
  share: doublePrecision().notNull().default(1),
  /** Services that runs call are told of the trace. */
  propagate: boolean().notNull().default(true),
  sentSpans: count(),
  /** The receiver took the request and not these. */
  refusedSpans: count(),
  /** Runs that could not be sent for so long that they were given up. */
  droppedRuns: count(),
  sentAt: moment(),
  lastError: text(),
  failedAt: moment(),
  /** Failures since the last success, and when it is tried again. */
  failures: integer().notNull().default(0),
  retryAt: moment(),
  updatedAt: updatedAt(),
});

/** Runs whose spans are to be sent; written by a trigger on `runs` with what ends or pauses the run. */
export const telemetryOutbox = pgTable(
  "telemetry_outbox",
  {
    targetId: text()
      .notNull()
      .references(() => telemetryTargets.id, { onDelete: "cascade" }),
    runId: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    /** Spans that ended up to this event have been sent. */
    sentSeq: integer().notNull().default(0),
    /** null: nothing is to be sent until the paused run goes on. */
    dueAt: moment(),
    /** Whoever is sending it has it until then. */
    claimedUntil: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.targetId, t.runId] }),
    index("telemetry_outbox_due").on(t.targetId, t.dueAt).where(sql`${t.dueAt} is not null`),
    index("telemetry_outbox_run").on(t.runId),
  ],
);
