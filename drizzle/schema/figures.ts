import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { workspaces } from "./accounts";
import { runs } from "./runs";

/** What runs are told apart by on dashboards. Numbers and names alone: they outlive the runs. */
export const figureKeys = pgTable(
  "figure_keys",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    /** No reference: what was spent is counted after the agent is gone. */
    agentId: text().notNull(),
    /** 0 is a draft. */
    version: integer().notNull(),
    source: text().notNull(),
    /** Of runs: the member who started it, or nothing. */
    person: text().notNull(),
    /** A run, the problem with which runs ended, or a kind of place in a graph. */
    kind: text({ enum: ["run", "problem", "node", "model", "tool", "http", "agent"] }).notNull(),
    name: text().notNull(),
    /** Of a place: those around it and itself (`pathText`). */
    path: text().notNull(),
  },
  (t) => [
    uniqueIndex("figure_keys_all").on(
      t.workspaceId,
      t.kind,
      t.agentId,
      t.version,
      t.source,
      t.person,
      t.name,
      sql`md5(${t.path})`,
    ),
  ],
);

/** Minutes of a row: whole hours for most, quarters for time zones that are half an hour or a quarter off. */
const grain = () => smallint().notNull();
const keyId = () =>
  integer()
    .notNull()
    .references(() => figureKeys.id, { onDelete: "cascade" });
const sum = () => bigint({ mode: "number" }).notNull().default(0);

/** Sums by the time at which runs were made (docs/decisions/098-dashboards.md). */
export const figures = pgTable(
  "figures",
  {
    keyId: keyId(),
    grain: grain(),
    at: timestamp({ withTimezone: true }).notNull(),
    n: sum(),
    errors: sum(),
    cancelled: sum(),
    workMs: sum(),
    waitMs: sum(),
    input: sum(),
    output: sum(),
    cached: sum(),
    reasoning: sum(),
    micros: sum(),
    unpriced: sum(),
    keptMicros: sum(),
    cachedMicros: sum(),
  },
  (t) => [primaryKey({ columns: [t.keyId, t.grain, t.at] })],
);

/** Histograms of times, which add up where percentiles do not (`workflows/figures/histogram`). */
export const figureTimes = pgTable(
  "figure_times",
  {
    keyId: keyId(),
    grain: grain(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** 0: work; 1: until the first token. */
    measure: smallint().notNull(),
    bucket: smallint().notNull(),
    n: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.keyId, t.grain, t.at, t.measure, t.bucket] })],
);

/** The visits and calls of each hour that took longest or cost most. */
export const figureTops = pgTable(
  "figure_tops",
  {
    keyId: keyId(),
    hour: timestamp({ withTimezone: true }).notNull(),
    runId: text()
      .notNull()
      .references(() => runs.id, { onDelete: "cascade" }),
    spanId: text().notNull(),
    /** When its run was made. */
    at: timestamp({ withTimezone: true }).notNull(),
    workMs: sum(),
    micros: sum(),
  },
  (t) => [
    primaryKey({ columns: [t.keyId, t.hour, t.runId, t.spanId] }),
    index("figure_tops_run").on(t.runId),
  ],
);
