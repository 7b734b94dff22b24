import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { inParts } from "@/lib/runs/in-parts";
import { inTransaction } from "@/lib/runs/transaction";
import { emptyView, project } from "@/workflows/events/project";
import { noAmounts } from "@/workflows/figures/amounts";
import { digestRun, type RunDigest } from "@/workflows/figures/digest";
import { Gathered } from "./gather";
import { lightEvents, lightRows } from "./light-events";
import { lockFigures, tryLockFigures } from "./lock-figures";
import { storeFigures } from "./store-figures";

/** Small enough that the runs of this process need not wait for long. */
const batch = 50;

/** Events that are in memory at once, unless a single run has more. */
const inMemory = { most: 10_000, sizeOf: ({ events }: { events: number }) => events };

const uncountedRows = z.array(
  z.object({
    id: z.string(),
    workspaceId: z.string(),
    agentId: z.string(),
    version: z.int().nullable(),
    source: z.string(),
    person: z.string().nullable(),
    createdAt: z.date(),
    events: z.int(),
    status: z.string(),
    problem: z.string().nullable(),
    tookMs: z.coerce.number(),
    input: z.int(),
    output: z.int(),
    cached: z.int(),
    micros: z.coerce.number(),
    unpriced: z.int(),
    paused: z.boolean(),
    gone: z.boolean(),
  }),
);
type Uncounted = z.infer<typeof uncountedRows>[number];

/** The newest first: while a long past is counted, what happens now is seen. */
const uncountedSql = (which: string) => `
select r.id, r.workspace_id as "workspaceId", r.agent_id as "agentId", r.version, r.source, r.created_by as person,
  r.created_at as "createdAt", r.last_seq as events, r.status, r.problem_code as problem, r.took_ms as "tookMs", r.input_tokens as input,
  r.output_tokens as output, r.cached_tokens as cached, r.cost_micros as micros, r.unknown_cost_calls as unpriced,
  exists (select 1 from interrupts i where i.run_id = r.id) as paused, r.events_deleted_at is not null as gone
from runs r where r.counted_at is null and r.ended_at is not null ${which}
order by r.ended_at desc limit ${batch} for no key update of r`;

/**
 * Puts runs that have ended into the figures, each once: what is added and the mark that it was are one transaction.
 * @param runIds these alone, such as those that are about to be deleted
 * @returns whether there may be more
 */
export function countRuns(pool: Pool, runIds?: readonly string[]): Promise<boolean> {
  return inTransaction(pool, (connection) => countIn(connection, runIds));
}

/**
 * The same within a transaction. Only where certain runs are named does it wait, for others that count and for what
 * holds these: they may be about to be deleted. Otherwise what is held is left for the next round.
 * @param runIds whose conversations the caller has locked, if it is going to delete them (see `lockFigures`)
 */
export async function countIn(connection: PoolClient, runIds?: readonly string[]): Promise<boolean> {
  if (runIds) await lockFigures(connection);
  else if (!(await tryLockFigures(connection))) return false;
  const found = runIds
    ? await connection.query(uncountedSql("and r.id = any($1)"), [runIds])
    : await connection.query(`${uncountedSql("")} skip locked`);
  const due = uncountedRows.parse(found.rows);
  if (due.length === 0) return false;
  const gathered = new Gathered();
  for (const some of inParts(due, [inMemory])) {
    const events = await lightRows(
      connection,
      some.map(({ id }) => id),
    );
    for (const run of some) {
      gathered.add(run, digestOf(run, events.get(run.id) ?? []));
      // Others' work comes between two runs.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
  await storeFigures(connection, gathered);
  await connection.query("update runs set counted_at = now() where id = any($1)", [due.map(({ id }) => id)]);
  return due.length === batch;
}

function digestOf(run: Uncounted, rows: readonly Record<string, unknown>[]): RunDigest {
  if (run.gone || rows.length === 0) return digestOfRow(run);
  try {
    return digestRun(project(lightEvents(rows), emptyView(run.id)));
  } catch {
    // Events of an earlier release that nobody can read any more must not hold up all others.
    return digestOfRow(run);
  }
}

/** What is known of a run whose events are gone. How long it worked is not, if it ever waited. */
function digestOfRow(run: Uncounted): RunDigest {
  const { input, output, cached, micros, unpriced, status, paused, tookMs } = run;
  return {
    amounts: {
      ...noAmounts,
      input,
      output,
      cached,
      micros,
      unpriced,
      n: 1,
      errors: status === "error" || status === "timeout" ? 1 : 0,
      cancelled: status === "cancelled" ? 1 : 0,
      workMs: paused ? 0 : tookMs,
    },
    ...(run.problem !== null && { problem: run.problem }),
    isTimed: !paused,
    places: [],
  };
}
