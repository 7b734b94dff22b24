import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { countIn } from "@/lib/dashboards/count-runs";
import { checkpointSchema } from "@/lib/db/migrate";
import { inTransaction } from "@/lib/runs/transaction";
import { type Deleted, mostRows, nothing } from "./batch";
import { deleteEvents } from "./forget-events";
import { deleteBlobs, deleteCheckpoints } from "./prune-states";

const mostRuns = 20;

const dueRows = z.array(z.object({ id: z.string(), threadId: z.string() }));
export type DueRun = z.infer<typeof dueRows>[number];

/**
 * Runs that ended so long ago that they go, oldest first, with their conversations locked. Called runs go after the
 * one that called them, and undone ones not before the one that took their place. Where something runs or waits, the
 * whole conversation is left alone.
 */
const dueSql = `
select r.id, r.thread_id as "threadId"
from runs r join threads t on t.id = r.thread_id
where r.workspace_id = $1 and r.created_at < now() - make_interval(days => $2)
  and r.ended_at < now() - make_interval(days => $2)
  and not exists (select 1 from runs p where p.id = r.parent_run_id)
  and not exists (select 1 from runs c where c.parent_run_id = r.id and c.ended_at is null)
  and not exists (select 1 from runs o where o.thread_id = r.thread_id and (
    o.ended_at is null or (o.replaces = r.id and o.ended_at >= now() - make_interval(days => $2))))
order by r.created_at limit $3 for update of t skip locked`;

/**
 * Deletes a batch of what belongs to runs that ended so many days ago: events, then the run; with the last run of a
 * conversation its state and the conversation itself.
 */
export function forgetRuns(pool: Pool, workspaceId: string, days: number): Promise<Deleted> {
  return inTransaction(pool, async (connection) => {
    const found = await connection.query(dueSql, [workspaceId, days, mostRuns]);
    const due = dueRows.parse(found.rows);
    if (due.length === 0) return nothing;
    return deleteBatch(connection, due);
  });
}

/**
 * Deletes what belongs to these runs, as far as one batch goes: while there is `more`, they are there still and are to
 * be named again. Their conversations are locked, and nothing in them runs.
 */
export async function deleteBatch(connection: PoolClient, due: readonly DueRun[]): Promise<Deleted> {
  const ids = due.map(({ id }) => id);
  await countIn(connection, ids);
  const events = await deleteEvents(connection, ids);
  if (events === mostRows) return { ...nothing, events, more: true };
  const living = await threadsWithMore(connection, due);
  const ended = await deleteConversations(
    connection,
    due.filter(({ threadId }) => !living.has(threadId)),
  );
  const others = await deleteRuns(
    connection,
    due.filter(({ threadId }) => living.has(threadId)),
  );
  return {
    events,
    runs: ended.runs + others.runs,
    conversations: ended.conversations,
    checkpoints: ended.checkpoints + others.checkpoints,
    more: true,
  };
}

/** Conversations that have other runs, too. */
async function threadsWithMore(connection: PoolClient, due: readonly DueRun[]): Promise<Set<string>> {
  const { rows } = await connection.query(
    `select distinct thread_id as "threadId" from runs where thread_id = any($1) and id <> all($2)`,
    [due.map(({ threadId }) => threadId), due.map(({ id }) => id)],
  );
  return new Set(rows.map(({ threadId }) => String(threadId)));
}

/** Their rows stay until nothing of their state is left, so that the next batch finds them again. */
async function deleteConversations(connection: PoolClient, due: readonly DueRun[]) {
  const threads = [...new Set(due.map(({ threadId }) => threadId))];
  if (threads.length === 0) return { runs: 0, conversations: 0, checkpoints: 0 };
  let checkpoints = 0;
  let isEmpty = true;
  for (const table of ["checkpoint_writes", "checkpoint_blobs", "checkpoints"]) {
    const { rowCount } = await connection.query(
      `delete from ${checkpointSchema}.${table} where ctid = any(array(
         select ctid from ${checkpointSchema}.${table} where thread_id = any($1) limit ${mostRows}
       ))`,
      [threads],
    );
    checkpoints += rowCount ?? 0;
    isEmpty &&= (rowCount ?? 0) < mostRows;
  }
  if (!isEmpty) return { runs: 0, conversations: 0, checkpoints };
  await connection.query("delete from threads where id = any($1)", [threads]);
  return { runs: due.length, conversations: threads.length, checkpoints };
}

/** What is left of their checkpoints goes with the next ones of their conversation. */
async function deleteRuns(connection: PoolClient, due: readonly DueRun[]) {
  let checkpoints = 0;
  if (due.length === 0) return { runs: 0, checkpoints };
  await connection.query("delete from runs where id = any($1)", [due.map(({ id }) => id)]);
  for (const threadId of new Set(due.map((run) => run.threadId))) {
    checkpoints += await deleteCheckpoints(connection, threadId, []);
    checkpoints += await deleteBlobs(connection, threadId);
  }
  return { runs: due.length, checkpoints };
}
