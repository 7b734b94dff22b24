import type { Pool } from "pg";
import { checkpointSchema } from "@/lib/db/migrate";
import { AppError } from "@/workflows/errors/app-error";
import type { WriteRows } from "./held-writes";

/** On whose behalf a checkpoint is written: nothing is, unless the run still has this epoch. */
export interface Fence {
  runId: string;
  epoch: number;
}

/**
 * A run that was taken over yields no row. The row is not locked: that costs more than all the rest (every event
 * group updates it), and a takeover comes seconds after a worker's last sign of life, not during one statement.
 */
const held = "held as (select 1 from runs where id = $1 and epoch = $2)";

/** The same for many checkpoints: each is fenced by its own run. Looked up one by one, whatever the planner expects. */
const putSql = `
with given as (
  select * from unnest(
    $1::int[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[]
  ) as g(n, run_id, epoch, thread_id, ns, id, parent_id, checkpoint, metadata)
),
held as materialized (
  select g.* from given g where (select r.epoch from runs r where r.id = g.run_id) = g.epoch
),
blobs as (
  insert into ${checkpointSchema}.checkpoint_blobs (thread_id, checkpoint_ns, channel, version, type, blob)
  select h.thread_id, h.ns, b.channel, b.version, b.type, b.blob
  from unnest($10::int[], $11::text[], $12::text[], $13::text[], $14::bytea[]) as b(n, channel, version, type, blob)
  join held h on h.n = b.n
  on conflict (thread_id, checkpoint_ns, channel, version) do nothing
),
writes as (
  insert into ${checkpointSchema}.checkpoint_writes
    (thread_id, checkpoint_ns, checkpoint_id, task_id, idx, channel, type, blob)
  select h.thread_id, h.ns, w.checkpoint_id, w.task_id, w.idx, w.channel, w.type, w.blob
  from unnest($15::int[], $16::text[], $17::text[], $18::int[], $19::text[], $20::text[], $21::bytea[])
    as w(n, checkpoint_id, task_id, idx, channel, type, blob)
  join held h on h.n = w.n
  on conflict (thread_id, checkpoint_ns, checkpoint_id, task_id, idx) do nothing
),
stored as (
  insert into ${checkpointSchema}.checkpoints
    (thread_id, checkpoint_ns, checkpoint_id, parent_checkpoint_id, checkpoint, metadata)
  select thread_id, ns, id, parent_id, checkpoint::jsonb, metadata::jsonb from held
  on conflict (thread_id, checkpoint_ns, checkpoint_id) do update set
    checkpoint = excluded.checkpoint, metadata = excluded.metadata
)
select n from held`;

const writesSql = (onConflict: string) => `
with ${held}
insert into ${checkpointSchema}.checkpoint_writes
  (thread_id, checkpoint_ns, checkpoint_id, task_id, idx, channel, type, blob)
select w.* from held,
  unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[], $9::text[], $10::bytea[]) as w
on conflict (thread_id, checkpoint_ns, checkpoint_id, task_id, idx) ${onConflict}`;

/** As the stock saver: special channels are written anew, results stay as they were first stored. */
const replaceSql = writesSql(
  "do update set channel = excluded.channel, type = excluded.type, blob = excluded.blob",
);
const keepSql = writesSql("do nothing");

/** A checkpoint to be stored, with what led to it. */
export interface CheckpointRow {
  fence: Fence;
  threadId: string;
  namespace: string;
  id: string;
  parentId: string | undefined;
  /** JSON texts. */
  checkpoint: string;
  metadata: string;
  /** In the stock saver's column order: thread, namespace, channel, version, type, value. */
  blobs: WriteRows;
  /** Of the step before, in the stock saver's column order. */
  writes: WriteRows;
}

/**
 * Stores checkpoints with their new channel values and what led to them in one round trip. No two may have the same
 * place.
 * @returns of each whether it is stored: false where another worker has taken its run over
 */
export async function putCheckpoints(pool: Pool, rows: readonly CheckpointRow[]): Promise<boolean[]> {
  const { rows: held } = await pool.query({
    name: "put_checkpoints",
    text: putSql,
    values: [
      rows.map((_, at) => at),
      rows.map(({ fence }) => fence.runId),
      rows.map(({ fence }) => fence.epoch),
      rows.map(({ threadId }) => threadId),
      rows.map(({ namespace }) => namespace),
      rows.map(({ id }) => id),
      rows.map(({ parentId }) => parentId ?? null),
      rows.map(({ checkpoint }) => checkpoint),
      rows.map(({ metadata }) => metadata),
      ...numbered(
        rows.map(({ blobs }) => blobs),
        [2, 3, 4, 5],
      ),
      ...numbered(
        rows.map(({ writes }) => writes),
        [2, 3, 4, 5, 6, 7],
      ),
    ],
  });
  const stored = new Set(held.map(({ n }) => Number(n)));
  return rows.map((_, at) => stored.has(at));
}

/**
 * Stores what a task wrote, in one round trip.
 * @param rows in the stock saver's column order: thread, namespace, checkpoint, task, index, channel, type, value
 * @throws AppError unavailable
 */
export async function putTaskWrites(
  pool: Pool,
  fence: Fence,
  rows: WriteRows,
  replace: boolean,
): Promise<void> {
  if (rows.length === 0) return;
  await pool.query({
    name: replace ? "replace_checkpoint_writes" : "keep_checkpoint_writes",
    text: replace ? replaceSql : keepSql,
    values: [fence.runId, fence.epoch, ...columns(rows, 8)],
  });
}

export const takenOver = () => new AppError("unavailable", "Another worker has taken this run over.");

/** Turns rows into columns, as `unnest` takes them. */
function columns(rows: WriteRows, width: number): unknown[][] {
  return Array.from({ length: width }, (_, at) => column(rows, at));
}

/** The chosen columns of many checkpoints' rows, before them the checkpoint's number. */
function numbered(groups: readonly WriteRows[], chosen: readonly number[]): unknown[][] {
  const rows = groups.flat();
  return [groups.flatMap((group, n) => group.map(() => n)), ...chosen.map((at) => column(rows, at))];
}

const column = (rows: WriteRows, at: number): unknown[] => rows.map((row) => bytes(row[at]));

/** pg takes buffers for bytea, not bare byte arrays. */
function bytes(value: unknown): unknown {
  return value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : (value ?? null);
}
