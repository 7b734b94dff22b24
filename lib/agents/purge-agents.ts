import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { agents } from "@/drizzle/schema";
import { writeAudit } from "@/lib/audit/audit";
import type { Database, Transaction } from "@/lib/db/database";
import { checkpointSchema } from "@/lib/db/migrate";
import { keptForDays } from "./delete-agent";

/** Small enough that no lock is held for long. */
const threadsPerBatch = 50;

const expiredRows = z.array(z.object({ id: z.string(), workspaceId: z.string(), name: z.string() })).max(1);
const goneRows = z.array(z.object({ id: z.string(), runs: z.coerce.number() }));

/**
 * Removes one batch of what belongs to an agent that was deleted too long ago to be restored: conversations with
 * their runs and checkpoints, then versions and the agent itself. Processes that do it at once take different ones.
 * @returns whether there was anything to remove
 */
export async function purgeBatch(db: Database, batch = threadsPerBatch): Promise<boolean> {
  return db.transaction(async (tx) => {
    const found = await tx.execute(sql`
      select id, workspace_id as "workspaceId", name from agents
      where deleted_at <= now() - make_interval(days => ${keptForDays})
      order by deleted_at limit 1 for update skip locked`);
    const [agent] = expiredRows.parse(found.rows);
    if (!agent) return false;
    const gone = await removeThreads(tx, agent.id, batch);
    const finished = gone.length < batch;
    if (finished) await tx.delete(agents).where(eq(agents.id, agent.id));
    await writeAudit(tx, {
      actor: "system",
      workspaceId: agent.workspaceId,
      action: "purgeAgent",
      target: { kind: "agents", id: agent.id },
      data: {
        name: agent.name,
        threads: gone.length,
        runs: gone.reduce((sum, { runs }) => sum + runs, 0),
        finished,
      },
    });
    return true;
  });
}

/**
 * Runs, their events and pauses go with their thread; checkpoints know it by its id alone. What they spent stays on
 * record.
 */
async function removeThreads(tx: Transaction, agentId: string, limit: number) {
  const removed = await tx.execute(sql`
    with chosen as (
      select id, (select count(*) from runs where thread_id = threads.id) as runs
      from threads where agent_id = ${agentId} limit ${limit}
    ),
    gone as (delete from threads using chosen where threads.id = chosen.id)
    select id, runs from chosen`);
  const threads = goneRows.parse(removed.rows);
  for (const table of ["checkpoints", "checkpoint_blobs", "checkpoint_writes"]) {
    const name = sql`${sql.identifier(checkpointSchema)}.${sql.identifier(table)}`;
    await tx.execute(sql`
      delete from ${name} where thread_id in (select jsonb_array_elements_text(${JSON.stringify(threads.map(({ id }) => id))}::jsonb))`);
  }
  return threads;
}
