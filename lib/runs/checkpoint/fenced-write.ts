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

const putSql = `
with ${held},
blobs as (
  insert into ${checkpointSchema}.checkpoint_blobs (thread_id, checkpoint_ns, channel, version, type, blob)
  select b.* from held, unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::bytea[]) as b
  on conflict (thread_id, checkpoint_ns, channel, version) do nothing
),
writes as (
  insert into ${checkpointSchema}.checkpoint_writes
    (thread_id, checkpoint_ns, checkpoint_id, task_id, idx, channel, type, blob)
  select w.* from held,
    unnest($15::text[], $16::text[], $17::text[], $18::text[], $19::int[], $20::text[], $21::text[], $22::bytea[]) as w
  on conflict (thread_id, checkpoint_ns, checkpoint_id, task_id, idx) do nothing
)
insert into ${checkpointSchema}.checkpoints
  (thread_id, checkpoint_ns, checkpoint_id, parent_checkpoint_id, checkpoint, metadata)
select $3, $4, $5, $6, $7::jsonb, $8::jsonb from held
on conflict (thread_id, checkpoint_ns, checkpoint_id) do update set
  checkpoint = excluded.checkpoint, metadata = excluded.metadata`;

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

export interface CheckpointRow {
  threadId: string;
  namespace: string;
  id: string;
  parentId: string | undefined;
  /** JSON texts. */
  checkpoint: string;
  metadata: string;
  /** In the stock saver's column order: thread, namespace, channel, version, type, value. */
  blobs: WriteRows;
}

/**
 * Stores a checkpoint with its new channel values and what led to it in one round trip.
 * @param writes of the step before, in the stock saver's column order
 * @throws AppError unavailable
 */
export async function putCheckpoint(
  pool: Pool,
  fence: Fence,
  row: CheckpointRow,
  writes: WriteRows,
): Promise<void> {
  const { rowCount } = await pool.query({
    name: "put_checkpoint",
    text: putSql,
    values: [
      fence.runId,
      fence.epoch,
      row.threadId,
      row.namespace,
      row.id,
      row.parentId ?? null,
      row.checkpoint,
      row.metadata,
      ...columns(row.blobs, 6),
      ...columns(writes, 8),
    ],
  });
  if (rowCount === 0) throw takenOver();
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
  return Array.from({ length: width }, (_, at) => rows.map((row) => bytes(row[at])));
}

/** pg takes buffers for bytea, not bare byte arrays. */
function bytes(value: unknown): unknown {
  return value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : (value ?? null);
}
