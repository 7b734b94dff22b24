import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { agents, runs, users } from "@/drizzle/schema";
import type { RunSummary } from "@/lib/api/contract/runs";
import type { Actor } from "@/lib/auth/actor";
import type { Database } from "@/lib/db/database";
import { gathered } from "@/lib/db/gathered";
import { runProblemSchema } from "@/workflows/events/event";
import { runOriginSchema } from "@/workflows/events/run-origin";
import { feedbackFactsSchema, summarise } from "@/workflows/feedback/summary";
import { jsonObjectSchema, jsonSchema } from "@/workflows/graph/json";
import { type TestOptions, testOptionsSchema } from "@/workflows/graph/test-options";
import { runNotFound, seesWorkspace, visibleRuns } from "./visibility";

const waitsFor = sql`case when ${runs.status} = 'interrupted' then (
  select jsonb_build_object('people', count(*) filter (where i.kind = 'human'),
    'until', min(i.wake_at) filter (where i.kind = 'timer'), 'runId', min(i.child_run_id),
    'events', count(*) filter (where i.kind = 'event'))
  from interrupts i where i.run_id = ${runs.id} and i.status = 'waiting') end`;
const waitsForSchema = z
  .object({ people: z.int(), until: z.string().nullable(), runId: z.string().nullable(), events: z.int() })
  .nullable();

const tags = sql<string[]>`array(select t.tag from run_tags t where t.run_id = ${runs.id} order by t.tag)`;

/** What was said of it, as `summarise` takes it. */
const said = sql`(select coalesce(jsonb_agg(jsonb_build_array(f.name, f.kind, f.score, f.category, f.comment is not null)), '[]')
  from feedback f where f.run_id = ${runs.id})`;

const { input, output, document: _document, ...facts } = getTableColumns(runs);
/** All about a run but what went in and came out, which may be long. */
export const runFacts = { run: facts, agentName: agents.name, createdBy: users.name, waitsFor, tags, said };
const values = { input, output };

/** @throws AppError not_found */
export async function getRun(db: Database, actor: Actor, id: string): Promise<RunSummary> {
  const row = seesWorkspace(actor)
    ? await runById(db, id)
    : (await wholeRuns(db).where(and(eq(runs.id, id), visibleRuns(db, actor))))[0];
  if (!row || (seesWorkspace(actor) && row.run.workspaceId !== actor.workspaceId)) throw runNotFound();
  return { ...factsOf(row), ...valuesOf(row.values) };
}

const wholeRuns = (db: Database) =>
  db
    .select({ ...runFacts, values })
    .from(runs)
    .innerJoin(agents, eq(agents.id, runs.agentId))
    .leftJoin(users, eq(users.id, runs.createdBy));

const runById = gathered(async (db: Database, ids: string[]) => {
  const rows = await wholeRuns(db).where(inArray(runs.id, ids));
  return new Map(rows.map((row) => [row.run.id, row]));
});

/** All about these runs but what went in and came out, by the run's id. */
export async function getFacts(db: Database, ids: readonly string[]) {
  const rows = await db
    .select(runFacts)
    .from(runs)
    .innerJoin(agents, eq(agents.id, runs.agentId))
    .leftJoin(users, eq(users.id, runs.createdBy))
    .where(inArray(runs.id, [...ids]));
  return new Map(rows.map((row) => [row.run.id, factsOf(row)]));
}

/** What went in and came out, by the run's id. */
export async function getValues(db: Database, ids: readonly string[]) {
  const rows = await db
    .select({ id: runs.id, ...values })
    .from(runs)
    .where(inArray(runs.id, [...ids]));
  return new Map(rows.map((row) => [row.id, valuesOf(row)]));
}

interface FactsRow {
  run: Omit<typeof runs.$inferSelect, keyof RunValues | "document">;
  agentName: string;
  createdBy: string | null;
  waitsFor: unknown;
  tags: string[];
  said: unknown;
}

type RunValues = Pick<RunSummary, "input" | "output">;

function valuesOf({ input, output }: Record<keyof typeof values, unknown>): RunValues {
  return { input: jsonObjectSchema.parse(input), output: output === null ? null : jsonSchema.parse(output) };
}

function waitsForOf(row: unknown): RunSummary["waitsFor"] {
  const found = waitsForSchema.parse(row);
  return found && { ...found, until: found.until && new Date(found.until).toISOString() };
}

/** Without the state that it begins with, which may be large. */
function partOf(testOptions: unknown): TestOptions {
  const { state: _state, ...part } = testOptionsSchema.parse(testOptions ?? {});
  return part;
}

export function factsOf({
  run,
  agentName,
  createdBy,
  waitsFor,
  tags,
  said,
}: FactsRow): Omit<RunSummary, keyof RunValues> {
  return {
    id: run.id,
    agentId: run.agentId,
    agentName,
    threadId: run.threadId,
    version: run.version,
    draftRevision: run.draftRevision,
    test: run.version === null ? partOf(run.testOptions) : null,
    source: run.source,
    status: run.status,
    held: run.status === "pending" ? run.held : null,
    runAfter: run.runAfter?.toISOString() ?? null,
    waitsFor: waitsForOf(waitsFor),
    priority: run.priority,
    problem: run.problem === null ? null : runProblemSchema.parse(run.problem),
    tokens: { input: run.inputTokens, output: run.outputTokens, cached: run.cachedTokens },
    cost: { micros: run.costMicros, unknownCalls: run.unknownCostCalls },
    createdBy,
    tags,
    feedback: summarise(feedbackFactsSchema.parse(said)),
    parentRunId: run.parentRunId,
    origin: run.origin === null ? null : runOriginSchema.parse(run.origin),
    createdAt: run.createdAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    endedAt: run.endedAt?.toISOString() ?? null,
    eventsDeletedAt: run.eventsDeletedAt?.toISOString() ?? null,
  };
}
