import type { Pool } from "pg";
import { z } from "zod";
import { checkpointSchema } from "@/lib/db/migrate";

const rowsSchema = z.array(
  z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("checkpoint"),
      id: z.string(),
      parent: z.string().nullable(),
      checkpoint: z.looseObject({ v: z.number() }),
      metadata: z.unknown(),
    }),
    z.object({
      kind: z.literal("value"),
      channel: z.string(),
      type: z.string(),
      blob: z.instanceof(Uint8Array),
    }),
    z.object({
      kind: z.literal("write"),
      task: z.string(),
      channel: z.string(),
      type: z.string(),
      blob: z.instanceof(Uint8Array),
    }),
  ]),
);
type Row = z.infer<typeof rowsSchema>[number];
type RowOf<Kind extends Row["kind"]> = Extract<Row, { kind: Kind }>;

/** A checkpoint as it is stored, values still as bytes. */
export interface StoredCheckpoint {
  head: RowOf<"checkpoint">;
  values: RowOf<"value">[];
  writes: RowOf<"write">[];
}

const readSql = (which: string) => `
with cp as (
  select * from ${checkpointSchema}.checkpoints where thread_id = $1 and checkpoint_ns = $2 ${which}
)
select 'checkpoint' as kind, checkpoint_id as id, parent_checkpoint_id as parent, checkpoint, metadata,
  null as task, 0 as idx, null as channel, null as type, null::bytea as blob
from cp
union all
select 'value', null, null, null, null, null, 0, b.channel, b.type, b.blob
from cp cross join jsonb_each_text(cp.checkpoint->'channel_versions') v
join ${checkpointSchema}.checkpoint_blobs b
  on b.thread_id = $1 and b.checkpoint_ns = $2 and b.channel = v.key and b.version = v.value
where b.type <> 'empty'
union all
select 'write', null, null, null, null, w.task_id, w.idx, w.channel, w.type, w.blob
from cp join ${checkpointSchema}.checkpoint_writes w
  on w.thread_id = $1 and w.checkpoint_ns = $2 and w.checkpoint_id = cp.checkpoint_id
order by kind, task, idx`;

const byIdSql = readSql("and checkpoint_id = $3");
const latestSql = readSql("order by checkpoint_id desc limit 1");

/**
 * Reads a checkpoint in one round trip, each value as a row of its own. The stock saver packs them into an array, whose
 * text form takes the driver four seconds for ten megabytes, during which this process does nothing else.
 * @param id of the checkpoint; left out, the latest
 */
export async function readCheckpoint(
  pool: Pool,
  threadId: unknown,
  namespace: string,
  id: unknown,
): Promise<StoredCheckpoint | undefined> {
  const place = [threadId ?? null, namespace];
  const { rows } = await pool.query(
    id
      ? { name: "read_checkpoint", text: byIdSql, values: [...place, id] }
      : { name: "read_latest_checkpoint", text: latestSql, values: place },
  );
  const found = rowsSchema.parse(rows);
  const head = found.find((row) => row.kind === "checkpoint");
  if (!head) return undefined;
  return {
    head,
    values: found.filter((row) => row.kind === "value"),
    writes: found.filter((row) => row.kind === "write"),
  };
}
