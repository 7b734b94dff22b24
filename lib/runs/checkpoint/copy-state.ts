import type { PoolClient } from "pg";
import { checkpointSchema } from "@/lib/db/migrate";
import { AppError } from "@/workflows/errors/app-error";

export const noLongerKept = () =>
  new AppError("not_found", "The states of this run's steps are no longer kept.", {
    hint: "They are kept for the latest runs of a conversation, as long as the workspace's settings say.",
  });

/** A checkpoint with the values it refers to, in another thread, under its own id or a new one. */
const copySql = `
with cp as (
  select * from ${checkpointSchema}.checkpoints where thread_id = $1 and checkpoint_ns = '' and checkpoint_id = $3
),
blobs as (
  insert into ${checkpointSchema}.checkpoint_blobs (thread_id, checkpoint_ns, channel, version, type, blob)
  select $2, '', b.channel, b.version, b.type, b.blob
  from cp cross join jsonb_each_text(cp.checkpoint->'channel_versions') v
  join ${checkpointSchema}.checkpoint_blobs b
    on b.thread_id = $1 and b.checkpoint_ns = '' and b.channel = v.key and b.version = v.value
  on conflict do nothing
)
insert into ${checkpointSchema}.checkpoints (thread_id, checkpoint_ns, checkpoint_id, type, checkpoint, metadata)
select $2, '', $4, cp.type, jsonb_set(cp.checkpoint, '{id}', to_jsonb($4::text)), cp.metadata from cp`;

interface Place {
  threadId: string;
  checkpointId: string;
}

/** @throws AppError not_found: it is no longer kept */
export async function copyState(connection: PoolClient, from: Place, to: Place): Promise<void> {
  if (!(await copyKeptState(connection, from, to))) throw noLongerKept();
}

/** @returns false: it is no longer kept */
export async function copyKeptState(connection: PoolClient, from: Place, to: Place): Promise<boolean> {
  const values = [from.threadId, to.threadId, from.checkpointId, to.checkpointId];
  const { rowCount } = await connection.query(copySql, values);
  return rowCount === 1;
}

/**
 * Gives the thread of a new fork its state.
 * @param joins whether it becomes a branch of the conversation that its origin belongs to
 */
export async function branchOff(
  connection: PoolClient,
  threadId: string,
  from: { threadId: string; checkpointId: string },
  joins: boolean,
): Promise<void> {
  await copyState(connection, from, { threadId, checkpointId: from.checkpointId });
  if (!joins) return;
  await connection.query(
    `update threads t set branch_of = coalesce(o.branch_of, o.id) from threads o where t.id = $1 and o.id = $2`,
    [threadId, from.threadId],
  );
}
