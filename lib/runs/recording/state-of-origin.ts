import type { Pool } from "pg";
import { checkpointSchema } from "@/lib/db/migrate";
import { AppError } from "@/workflows/errors/app-error";
import { firstCheckpoint, noCheckpoint } from "../service/before-run";

interface Replayed {
  id: string;
  threadId: string;
  baseCheckpointId: string | null;
  statesDeletedAt: Date | null;
}

/**
 * The checkpoint that a run began from; undefined: from an empty state.
 * @throws AppError conflict: its state is no longer kept
 */
export async function stateOfOrigin(
  pool: Pool,
  { id, threadId, baseCheckpointId, statesDeletedAt }: Replayed,
): Promise<{ threadId: string; checkpointId: string } | undefined> {
  const first = await firstCheckpoint(pool, threadId, id);
  const base = first ? first.parentId : baseCheckpointId;
  if (base === null && !first && statesDeletedAt !== null && (await hasEarlierRuns(pool, threadId, id))) {
    throw gone();
  }
  if (base === null || base === noCheckpoint) return undefined;
  const { rowCount } = await pool.query(
    `select 1 from ${checkpointSchema}.checkpoints
     where thread_id = $1 and checkpoint_ns = '' and checkpoint_id = $2`,
    [threadId, base],
  );
  if (rowCount !== 1) throw gone();
  return { threadId, checkpointId: base };
}

async function hasEarlierRuns(pool: Pool, threadId: string, runId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select 1 from runs r join runs own on own.id = $2
     where r.thread_id = $1 and (r.created_at, r.id) < (own.created_at, own.id) limit 1`,
    [threadId, runId],
  );
  return rowCount === 1;
}

function gone(): AppError {
  return new AppError("conflict", "The state that this run began with is no longer kept.", {
    hint: "Replay a later run, or keep checkpoints longer in Settings → Retention.",
  });
}
