import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { agents, runs, users } from "@/drizzle/schema";
import type { RunOrder, RunSummary } from "@/lib/api/contract/runs";
import type { Actor } from "@/lib/auth/actor";
import type { Database } from "@/lib/db/database";
import { runProblemSchema } from "@/workflows/events/event";
import type { RunStatus } from "@/workflows/events/run-status";
import { jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import { testOptionsSchema } from "@/workflows/graph/test-options";
import { fromCursor, page } from "./cursor";
import type { RunSource } from "./insert-run";
import { runNotFound, visibleRuns } from "./visibility";

export interface RunFilter {
  agentId?: string | undefined;
  threadId?: string | undefined;
  status?: RunStatus | undefined;
  source?: RunSource | undefined;
  /** Found in input, output or run id. */
  text?: string | undefined;
}

/** What each order goes by, as text that Postgres reads back exactly. */
const orders: Record<RunOrder, { by: SQL; type: SQL; ascending?: true }> = {
  newest: { by: sql`${runs.createdAt}`, type: sql`timestamptz` },
  oldest: { by: sql`${runs.createdAt}`, type: sql`timestamptz`, ascending: true },
  slowest: { by: sql`coalesce(${runs.endedAt} - ${runs.startedAt}, interval '0')`, type: sql`interval` },
  costliest: { by: sql`${runs.costMicros}`, type: sql`bigint` },
};

function select(db: Database, where: SQL | undefined, by: SQL = orders.newest.by) {
  const time = sql<string>`(${by})::text`;
  return db
    .select({ run: runs, agentName: agents.name, createdBy: users.name, time })
    .from(runs)
    .innerJoin(agents, eq(agents.id, runs.agentId))
    .leftJoin(users, eq(users.id, runs.createdBy))
    .where(where);
}
type Row = Awaited<ReturnType<typeof select>>[number];

/** @throws AppError not_found */
export async function getRun(db: Database, actor: Actor, id: string): Promise<RunSummary> {
  const [row] = await select(db, and(eq(runs.id, id), visibleRuns(db, actor)));
  if (!row) throw runNotFound();
  return summary(row);
}

/** @throws AppError invalid_input (cursor) */
export async function listRuns(
  db: Database,
  actor: Actor,
  filter: RunFilter,
  { cursor, limit, order = "newest" }: { cursor?: string | undefined; limit: number; order?: RunOrder },
): Promise<{ items: RunSummary[]; nextCursor: string | null }> {
  const where = and(visibleRuns(db, actor), matches(filter), cursor ? after(cursor, order) : undefined);
  const { by, ascending } = orders[order];
  const direction = ascending ? asc : desc;
  const rows = await select(db, where, by)
    .orderBy(direction(by), direction(runs.id))
    .limit(limit + 1);
  const { items, nextCursor } = page(
    rows.map((row) => ({ ...row, id: row.run.id })),
    limit,
  );
  return { items: items.map(summary), nextCursor };
}

function matches({ agentId, threadId, status, source, text }: RunFilter): SQL | undefined {
  return and(
    agentId ? eq(runs.agentId, agentId) : undefined,
    threadId ? eq(runs.threadId, threadId) : undefined,
    status ? eq(runs.status, status) : undefined,
    source ? eq(runs.source, source) : undefined,
    text ? contains(text) : undefined,
  );
}

function contains(text: string): SQL {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(${runs.id} ilike ${pattern} or ${runs.input}::text ilike ${pattern} or ${runs.output}::text ilike ${pattern})`;
}

function after(cursor: string, order: RunOrder): SQL {
  const last = fromCursor(cursor);
  const { by, type, ascending } = orders[order];
  return sql`(${by}, ${runs.id}) ${ascending ? sql`>` : sql`<`} (${last.time}::${type}, ${last.id})`;
}

function summary({ run, agentName, createdBy }: Row): RunSummary {
  return {
    id: run.id,
    agentId: run.agentId,
    agentName,
    threadId: run.threadId,
    version: run.version,
    draftRevision: run.draftRevision,
    test: run.version === null ? testOptionsSchema.parse(run.testOptions ?? {}) : null,
    source: run.source,
    status: run.status,
    held: run.status === "pending" ? run.held : null,
    runAfter: run.runAfter?.toISOString() ?? null,
    priority: run.priority,
    input: jsonObjectSchema.parse(run.input),
    output: run.output === null ? null : jsonSchema.parse(run.output),
    problem: run.problem === null ? null : runProblemSchema.parse(run.problem),
    tokens: { input: run.inputTokens, output: run.outputTokens, cached: run.cachedTokens },
    cost: { micros: run.costMicros, unknownCalls: run.unknownCostCalls },
    createdBy,
    parentRunId: run.parentRunId,
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
    eventsDeletedAt: run.eventsDeletedAt?.toISOString() ?? null,
  };
}
