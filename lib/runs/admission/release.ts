import type { PoolClient } from "pg";
import { z } from "zod";
import { inTransaction } from "../transaction";
import type { AdmissionContext } from "./context";
import { allPlaces, holdsPlace } from "./places-sql";
import { queueable } from "./queueable";

const heldSql =
  "select exists (select 1 from runs where workspace_id = $1 and held in ('limit', 'time')) as waits";

/**
 * Lets runs of a workspace go on that wait for their turn, as far as there are places: those whose time has come,
 * by priority and age. What waits for its thread is not among them (lib/runs/service/next-in-thread.ts).
 */
export async function releaseHeld(context: AdmissionContext, workspaceId: string): Promise<void> {
  const { rows } = await context.pool.query({ name: "runs_held", text: heldSql, values: [workspaceId] });
  if (rows[0]?.waits !== true) return;
  await inTransaction(context.pool, async (connection) => {
    await connection.query(allPlaces(workspaceId));
    await connection.query(dueSql, [workspaceId]);
    await fill(context, connection, workspaceId);
  });
}

const dueSql =
  "update runs set held = 'limit' where workspace_id = $1 and held = 'time' and status = 'pending' and run_after <= now()";

const countSql = `
select coalesce((w.run_limits->>'running')::int, $2::int) as limit,
  (select coalesce(jsonb_object_agg(taken.agent_id, taken.count), '{}') from (
    select r.agent_id, count(*) from runs r where r.workspace_id = w.id and ${holdsPlace("r")} group by r.agent_id
  ) taken) as taken,
  (select coalesce(jsonb_object_agg(a.id, a.run_limits->'running'), '{}') from agents a
    where a.workspace_id = w.id and a.run_limits ? 'running') as "agentLimits"
from workspaces w where w.id = $1`;

const counts = z.record(z.string(), z.number());
const placesRow = z.object({ limit: z.int(), taken: counts, agentLimits: counts });

/** Fills the places that are free. With the lock `allPlaces`, so the count is exact. */
async function fill(context: AdmissionContext, connection: PoolClient, workspaceId: string): Promise<void> {
  const { rows } = await connection.query(countSql, [workspaceId, context.limits.running]);
  const places = placesRow.optional().parse(rows[0]);
  if (!places) return;
  const { taken, agentLimits } = places;
  let free = places.limit - Object.values(taken).reduce((sum, count) => sum + count, 0);
  const roomOf = (agentId: string) => (agentLimits[agentId] ?? Infinity) - (taken[agentId] ?? 0);
  while (free > 0) {
    const full = Object.keys(agentLimits).filter((agentId) => roomOf(agentId) <= 0);
    const next = await candidates(connection, workspaceId, full, free);
    const chosen = next.filter(({ agentId }) => {
      if (roomOf(agentId) <= 0) return false;
      taken[agentId] = (taken[agentId] ?? 0) + 1;
      return true;
    });
    await release(
      context,
      connection,
      chosen.map(({ id }) => id),
    );
    free -= chosen.length;
    // Fewer were chosen than offered only where an agent has become full on the way: then others may follow.
    if (chosen.length === next.length) return;
  }
}

const candidateRows = z.array(z.object({ id: z.string(), agentId: z.string() }));

async function candidates(connection: PoolClient, workspaceId: string, full: string[], count: number) {
  const { rows } = await connection.query(
    `select id, agent_id as "agentId" from runs
     where workspace_id = $1 and held = 'limit' and status = 'pending' and agent_id <> all($2::text[])
     order by priority desc, created_at limit $3 for update skip locked`,
    [workspaceId, full, count],
  );
  return candidateRows.parse(rows);
}

async function release({ queue }: AdmissionContext, connection: PoolClient, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await connection.query(
    `update runs set held = null where id = any($1::text[])
     returning id as "runId", workspace_id as "workspaceId", priority, held, started_at is not null as urgent`,
    [ids],
  );
  await queue.sendAll(connection, z.array(queueable).parse(rows));
}
