import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { z } from "zod";
import { runs } from "@/drizzle/schema";
import { keepTexts } from "@/lib/runs/lists/texts";
import { readTurns } from "@/lib/runs/service/kept-turn";
import type { StateContext } from "@/lib/runs/service/turn-messages";
import { inTransaction } from "@/lib/runs/transaction";
import { type Deleted, mostRows, nothing } from "./batch";

const mostRuns = 50;
export const idRows = z.array(z.object({ id: z.string() }));

/** A run that another one called is part of that one's trace, and goes no earlier than it may. */
const parentGone = `not exists (
  select 1 from runs p where p.id = r.parent_run_id and p.events_deleted_at is null
)`;

/**
 * Deletes a batch of events of runs that ended so many days ago. The runs themselves, and what they cost, stay; where
 * in the conversation a run paused is known from its events, so it is written down before.
 */
export async function forgetEvents(
  context: StateContext,
  workspaceId: string,
  days: number,
): Promise<Deleted> {
  await keepTurns(context, workspaceId, days);
  return inTransaction(context.pool, async (connection) => {
    const due = await connection.query(
      `select r.id from runs r
       where r.workspace_id = $1 and r.events_deleted_at is null
         and r.ended_at < now() - make_interval(days => $2) and ${parentGone}
       order by r.ended_at limit $3 for update of r skip locked`,
      [workspaceId, days, mostRuns],
    );
    const ids = idRows.parse(due.rows).map(({ id }) => id);
    if (ids.length === 0) return nothing;
    // Without its events nobody could read what a recording belongs to.
    await connection.query("delete from recorded_calls where run_id = any($1)", [ids]);
    const events = await deleteEvents(connection, ids);
    await keepTexts(connection, ids);
    await connection.query(
      `update runs r set events_deleted_at = now(), compacted_at = coalesce(compacted_at, now())
       where id = any($1) and not exists (select 1 from run_events e where e.run_id = r.id)`,
      [ids],
    );
    return { ...nothing, events, more: true };
  });
}

async function keepTurns(context: StateContext, workspaceId: string, days: number): Promise<void> {
  const paused = await context.db
    .select()
    .from(runs)
    .where(
      and(
        eq(runs.workspaceId, workspaceId),
        isNull(runs.eventsDeletedAt),
        isNull(runs.statesDeletedAt),
        isNull(runs.turn),
        sql`${runs.endedAt} < now() - make_interval(days => ${days})`,
        sql`exists (select 1 from interrupts i where i.run_id = ${runs.id})`,
      ),
    )
    .orderBy(asc(runs.endedAt))
    .limit(mostRuns);
  for (const run of paused) {
    const [turn] = await readTurns(context, [run]).catch(() => []);
    if (turn) await context.db.update(runs).set({ turn }).where(eq(runs.id, run.id));
  }
}

/** Lowest numbers first: what is left of a run has no beginning, and is shown as gone. */
export async function deleteEvents(
  connection: Pick<Pool, "query">,
  runIds: readonly string[],
): Promise<number> {
  const { rowCount } = await connection.query(
    `delete from run_events where (run_id, seq) in (
       select run_id, seq from run_events where run_id = any($1) order by run_id, seq limit ${mostRows}
     )`,
    [runIds],
  );
  return rowCount ?? 0;
}
