import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import { packDeltas, packedType } from "@/lib/runs/events/packed-deltas";
import { keepTexts } from "@/lib/runs/lists/texts";
import { toEvent } from "@/lib/runs/service/read-events";
import { inTransaction } from "@/lib/runs/transaction";
import { mostRows } from "./batch";

/** Who follows a run to its end is served from what is stored as it came. */
const restSeconds = 60;

const endedRows = z.array(
  z.object({
    id: z.string(),
    workspaceId: z.string(),
    threadId: z.string(),
    hasDeltas: z.boolean(),
    withStates: z.coerce.number(),
  }),
);
/** A run that has ended, and how many of its thread's runs have their checkpoints still. */
export type EndedRun = z.infer<typeof endedRows>[number];

/** Runs whose end nobody has cleaned up after yet, oldest first. */
export async function endedRuns(pool: Pool, limit: number, rest = restSeconds): Promise<EndedRun[]> {
  const { rows } = await pool.query(
    `select r.id, r.workspace_id as "workspaceId", r.thread_id as "threadId",
       exists (select 1 from run_events e where e.run_id = r.id and e.type = 'model.delta') as "hasDeltas",
       (select count(*) from runs t where t.thread_id = r.thread_id and t.ended_at is not null
         and t.states_deleted_at is null) as "withStates"
     from runs r where r.compacted_at is null and r.ended_at < now() - make_interval(secs => $1)
     order by r.ended_at limit $2`,
    [rest, limit],
  );
  return endedRows.parse(rows);
}

/**
 * Packs the token deltas of a run that has ended (docs/decisions/068-packed-deltas.md). Readers get the same events
 * from it, wherever they read on, also while this happens. A run whose events cannot be read keeps them as they are.
 */
export async function packRun(pool: Pool, { id, hasDeltas }: EndedRun): Promise<void> {
  try {
    let after: number | undefined = hasDeltas ? 0 : undefined;
    while (after !== undefined) after = await packPage(pool, id, after);
  } finally {
    await keepTexts(pool, [id]);
    await pool.query(
      "update runs set compacted_at = now() where id = $1 and ended_at is not null and compacted_at is null",
      [id],
    );
  }
}

/** @returns the number to go on after; undefined: the run is done, or in other hands */
function packPage(pool: Pool, runId: string, after: number): Promise<number | undefined> {
  return inTransaction(pool, async (connection) => {
    const { rowCount } = await connection.query(
      "select 1 from runs where id = $1 and compacted_at is null and ended_at is not null for update skip locked",
      [runId],
    );
    if (rowCount === 0) return undefined;
    const { rows } = await connection.query(
      `select run_id as "runId", seq, ts, type, node, visit, ns, data from run_events
       where run_id = $1 and seq > $2 and type = 'model.delta' order by seq limit $3`,
      [runId, after, mostRows],
    );
    const events = rows.map(toEvent);
    await replace(connection, runId, packDeltas(events));
    return events.length === mostRows ? events.at(-1)?.seq : undefined;
  });
}

async function replace(
  connection: PoolClient,
  runId: string,
  packed: ReturnType<typeof packDeltas>,
): Promise<void> {
  if (packed.length === 0) return;
  await connection.query(
    `update run_events e set type = $2, ts = p.ts, node = null, visit = null, ns = '{}', data = p.data
     from unnest($3::int[], $4::float8[], $5::jsonb[]) as p(seq, ts, data)
     where e.run_id = $1 and e.seq = p.seq`,
    [
      runId,
      packedType,
      packed.map(({ seq }) => seq),
      packed.map(({ ts }) => ts),
      packed.map(({ data }) => JSON.stringify(data)),
    ],
  );
  await connection.query("delete from run_events where run_id = $1 and seq = any($2::int[])", [
    runId,
    packed.flatMap(({ gone }) => gone),
  ]);
}
