import { drizzle } from "drizzle-orm/node-postgres";
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import * as schema from "@/drizzle/schema";
import { writeAudit } from "@/lib/audit/audit";
import { countIn } from "@/lib/dashboards/count-runs";
import { checkpointSchema } from "@/lib/db/migrate";
import { inTransaction } from "@/lib/runs/transaction";
import { keptForDays } from "./delete-agent";

/** Small enough that no lock is held for long. */
const threadsPerBatch = 50;

const expiredRows = z.array(z.object({ id: z.string(), workspaceId: z.string(), name: z.string() })).max(1);
const idRows = z.array(z.object({ id: z.string() }));

/**
 * Removes one batch of what belongs to an agent that was deleted too long ago to be restored: conversations with
 * their runs and checkpoints, then versions and the agent itself. Processes that do it at once take different ones.
 * @returns whether there was anything to remove
 */
export function purgeBatch(pool: Pool, batch = threadsPerBatch): Promise<boolean> {
  return inTransaction(pool, async (connection) => {
    const found = await connection.query(
      `select id, workspace_id as "workspaceId", name from agents
       where deleted_at <= now() - make_interval(days => $1)
       order by deleted_at limit 1 for update skip locked`,
      [keptForDays],
    );
    const [agent] = expiredRows.parse(found.rows);
    if (!agent) return false;
    const gone = await removeThreads(connection, agent.id, batch);
    const finished = gone.threads < batch;
    if (finished) await connection.query("delete from agents where id = $1", [agent.id]);
    await writeAudit(drizzle(connection, { schema, casing: "snake_case" }), {
      actor: "system",
      workspaceId: agent.workspaceId,
      action: "purgeAgent",
      target: { kind: "agents", id: agent.id },
      data: { name: agent.name, ...gone, finished },
    });
    return true;
  });
}

/**
 * Runs, their events and pauses go with their thread; checkpoints know it by its id alone. What they spent stays on
 * record, and is counted before.
 */
async function removeThreads(connection: PoolClient, agentId: string, limit: number) {
  const chosen = await connection.query(
    "select id from threads where agent_id = $1 order by id limit $2 for update",
    [agentId, limit],
  );
  const threads = idsOf(chosen.rows);
  const held = await connection.query("select id from runs where thread_id = any($1)", [threads]);
  const runs = idsOf(held.rows);
  while (await countIn(connection, runs));
  await connection.query("delete from threads where id = any($1)", [threads]);
  for (const table of ["checkpoints", "checkpoint_blobs", "checkpoint_writes"]) {
    await connection.query(`delete from ${checkpointSchema}.${table} where thread_id = any($1)`, [threads]);
  }
  return { threads: threads.length, runs: runs.length };
}

const idsOf = (rows: unknown) => idRows.parse(rows).map(({ id }) => id);
