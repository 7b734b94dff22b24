import { and, asc, inArray } from "drizzle-orm";
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { runs } from "@/drizzle/schema";
import { checkpointSchema } from "@/lib/db/migrate";
import { checkpointRunKey } from "@/lib/runs/checkpoint/saver";
import { toJsonb } from "@/lib/runs/events/jsonb";
import { type KeptTurn, notUndone, readTurns } from "@/lib/runs/service/kept-turn";
import type { StateContext } from "@/lib/runs/service/turn-messages";
import { inTransaction } from "@/lib/runs/transaction";
import { mostRows } from "./batch";
import { idRows } from "./forget-events";

/** Which runs of a thread keep their checkpoints: all of the latest so many, unless they ended longer ago. */
export interface KeptStates {
  runs: number;
  days: number | null;
}

/** Their states are read whole, to write down what each added to the conversation. */
const runsPerBatch = 20;
/** Each takes the writes of its tasks with it. */
const mostCheckpoints = 100;

/**
 * A thread in which nothing runs or waits. While its row is locked nothing can start: a new run takes the row, and so
 * does the insert of any run that refers to it.
 */
const idleThreadSql = `
select 1 from threads t where t.id = $1
  and not exists (select 1 from runs r where r.thread_id = t.id and r.ended_at is null)
for update of t skip locked`;

/**
 * Whether the latest run wrote the latest checkpoint. Where it wrote nothing, the next one may start before runs that
 * it was to take the place of, and needs all that they left.
 */
const latestWroteSql = `
select coalesce((
  select c.metadata->>'${checkpointRunKey}' from ${checkpointSchema}.checkpoints c
  where c.thread_id = $1 and c.checkpoint_ns = '' order by c.checkpoint_id desc limit 1
) = (
  select r.id from runs r where r.thread_id = $1 and r.held is null order by r.created_at desc, r.id desc limit 1
), false) as wrote`;

/**
 * Runs that give up their checkpoints, oldest first. The latest of a thread gives up its own only where it ended
 * well: another one is tried again from where it began. The head of a conversation is what its next message goes on from.
 */
const overdueSql = `
select r.id from (
  select id, created_at, ended_at, status, states_deleted_at,
    row_number() over (order by created_at desc, id desc) as place
  from runs where thread_id = $1
) r
where r.states_deleted_at is null and r.ended_at is not null
  and not exists (select 1 from threads t where t.head_run_id = r.id) and (
  r.place > $2
  or (r.ended_at < now() - make_interval(days => $3) and (r.place > 1 or r.status = 'success'))
)
order by r.created_at, r.id limit $4`;

/**
 * Deletes checkpoints of a thread that nothing stands on any more: not the runs that keep theirs, not the next message,
 * which goes on from the latest. What the others added to the conversation is written down before.
 * Where something runs or waits nothing is done: the end of that comes by here again.
 */
export async function pruneStates(
  context: StateContext,
  threadId: string,
  kept: KeptStates,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { rows, more } = await pruneBatch(context, threadId, kept);
    deleted += rows;
    if (!more) return deleted;
  }
}

const untouched = { rows: 0, more: false };

async function pruneBatch(context: StateContext, threadId: string, kept: KeptStates) {
  // Read before the lock is taken: these states are written by nobody any more, and reading them may take a while.
  const due = await context.pool.query(overdueSql, [threadId, kept.runs, kept.days, runsPerBatch]);
  const ids = idRows.parse(due.rows).map(({ id }) => id);
  if (ids.length === 0) return untouched;
  const latest = await context.pool.query(latestWroteSql, [threadId]);
  if (latest.rows[0]?.wrote !== true) return untouched;
  const turns = await turnsOf(context, ids);
  return inTransaction(context.pool, async (connection) => {
    const idle = await connection.query(idleThreadSql, [threadId]);
    if (idle.rowCount === 0) return untouched;
    await connection.query(
      `update runs r set turn = coalesce(r.turn, k.turn)
       from unnest($1::text[], $2::jsonb[]) as k(id, turn) where r.id = k.id`,
      [ids, turns.map((turn) => turn && toJsonb(turn))],
    );
    const checkpoints = await deleteCheckpoints(connection, threadId, ids);
    const blobs = await deleteBlobs(connection, threadId);
    const done = checkpoints < mostCheckpoints && blobs < mostRows;
    if (done) await connection.query("update runs set states_deleted_at = now() where id = any($1)", [ids]);
    return { rows: checkpoints + blobs, more: !done || ids.length === runsPerBatch };
  });
}

/** What runs added to their conversation; null where they were undone, or their graph cannot be read any more. */
async function turnsOf(context: StateContext, ids: readonly string[]): Promise<(KeptTurn | null)[]> {
  const rows = await context.db
    .select()
    .from(runs)
    .where(and(inArray(runs.id, [...ids]), notUndone))
    .orderBy(asc(runs.createdAt), asc(runs.id));
  try {
    const turns = await readTurns(context, rows);
    return ids.map((id) => turns[rows.findIndex((row) => row.id === id)] ?? null);
  } catch {
    return ids.map(() => null);
  }
}

/**
 * Needed are those of runs that keep theirs, what these began from, and the latest of every namespace that outlives a
 * task (those of tasks have the task's id behind a colon). Checkpoints without a run are not ours to judge.
 */
const checkpointsSql = `
with kept as (
  select id, base_checkpoint_id from runs
  where thread_id = $1 and states_deleted_at is null and id <> all($2)
),
mine as (
  select checkpoint_ns as ns, checkpoint_id as id, parent_checkpoint_id as parent,
    metadata->>'${checkpointRunKey}' as run_id
  from ${checkpointSchema}.checkpoints where thread_id = $1
),
needed as (
  select ns, id from mine where run_id is null or run_id in (select id from kept)
  union select ns, parent from mine where run_id in (select id from kept)
  union select '', base_checkpoint_id from kept
  union select ns, max(id) from mine where ns !~ ':' group by ns
),
gone as (
  select ns, id from mine m
  where not exists (select 1 from needed n where n.ns = m.ns and n.id = m.id)
  order by id limit ${mostCheckpoints}
),
writes as (
  delete from ${checkpointSchema}.checkpoint_writes w using gone
  where w.thread_id = $1 and w.checkpoint_ns = gone.ns and w.checkpoint_id = gone.id
)
delete from ${checkpointSchema}.checkpoints c using gone
where c.thread_id = $1 and c.checkpoint_ns = gone.ns and c.checkpoint_id = gone.id`;

/** @param overdue runs that give up theirs, beside those that have done so or are gone */
export async function deleteCheckpoints(
  connection: PoolClient,
  threadId: string,
  overdue: readonly string[],
): Promise<number> {
  const { rowCount } = await connection.query(checkpointsSql, [threadId, overdue]);
  return rowCount ?? 0;
}

/** A channel's value may be older than the checkpoints that refer to it. */
const blobsSql = `
with referred as (
  select distinct c.checkpoint_ns as ns, v.key as channel, v.value as version
  from ${checkpointSchema}.checkpoints c, jsonb_each_text(c.checkpoint->'channel_versions') v
  where c.thread_id = $1
),
gone as (
  select b.checkpoint_ns as ns, b.channel, b.version from ${checkpointSchema}.checkpoint_blobs b
  where b.thread_id = $1 and not exists (
    select 1 from referred r where r.ns = b.checkpoint_ns and r.channel = b.channel and r.version = b.version
  )
  limit ${mostRows}
)
delete from ${checkpointSchema}.checkpoint_blobs b using gone
where b.thread_id = $1 and b.checkpoint_ns = gone.ns and b.channel = gone.channel and b.version = gone.version`;

export async function deleteBlobs(connection: PoolClient, threadId: string): Promise<number> {
  const { rowCount } = await connection.query(blobsSql, [threadId]);
  return rowCount ?? 0;
}

const threadRows = z.array(z.object({ threadId: z.string(), runId: z.string(), endedAt: z.string() }));
export type OldThread = z.infer<typeof threadRows>[number];

/** Threads of a workspace in which runs ended so long ago that they give up their checkpoints, by their ends. */
export async function threadsWithOldStates(
  pool: Pool,
  workspaceId: string,
  { days, after, limit }: { days: number; after?: OldThread | undefined; limit: number },
): Promise<OldThread[]> {
  const { rows } = await pool.query(
    `select r.thread_id as "threadId", r.id as "runId", r.ended_at::text as "endedAt" from runs r
     where r.workspace_id = $1 and r.states_deleted_at is null and r.ended_at < now() - make_interval(days => $2)
       and (r.ended_at, r.id) > (coalesce($3::timestamptz, '-infinity'), $4)
       and (r.status = 'success' or exists (
         select 1 from runs n where n.thread_id = r.thread_id and (n.created_at, n.id) > (r.created_at, r.id)
       ))
       and not exists (select 1 from runs o where o.thread_id = r.thread_id and o.ended_at is null)
     order by r.ended_at, r.id limit $5`,
    [workspaceId, days, after?.endedAt ?? null, after?.runId ?? "", limit],
  );
  return threadRows.parse(rows);
}
