import type { PoolClient } from "pg";
import { z } from "zod";
import { checkpointSchema } from "@/lib/db/migrate";
import { AppError } from "@/workflows/errors/app-error";
import { runStatuses } from "@/workflows/events/run-status";
import { checkpointRunKey } from "../checkpoint/saver";

/** Stands for the state of a thread before its first run; no checkpoint has this id. */
export const noCheckpoint = "none";

const attemptRow = z.object({
  id: z.string(),
  status: z.enum(runStatuses),
  baseCheckpointId: z.string().nullable(),
  wrote: z.boolean(),
  parentId: z.string().nullable(),
});
const repeatable: ReadonlySet<string> = new Set(["error", "timeout", "cancelled"]);

/** A thread's latest run, with the checkpoint that its own first one followed. */
const latestSql = `
select r.id, r.status, r.base_checkpoint_id as "baseCheckpointId",
  first.checkpoint_id is not null as wrote, first.parent_checkpoint_id as "parentId"
from runs r
left join lateral (
  select c.checkpoint_id, c.parent_checkpoint_id from ${checkpointSchema}.checkpoints c
  where c.thread_id = r.thread_id and c.checkpoint_ns = '' and c.metadata->>'${checkpointRunKey}' = r.id
  order by c.checkpoint_id limit 1
) first on true
where r.thread_id = $1
order by r.created_at desc, r.id desc limit 1`;

/**
 * Where a thread stood before its latest run, which did not end well: another attempt starts there, so that nothing
 * of the failed one is in its state. Call it with the thread taken.
 * @returns the checkpoint's id, `noCheckpoint` for an empty state, null where the failed run changed nothing
 * @throws AppError conflict: it is not the latest run, or ended well
 */
export async function checkpointBefore(
  connection: PoolClient,
  threadId: string,
  runId: string,
): Promise<string | null> {
  const { rows } = await connection.query(latestSql, [threadId]);
  const latest = attemptRow.optional().parse(rows[0]);
  if (latest?.id !== runId || !repeatable.has(latest.status)) {
    throw new AppError(
      "conflict",
      "Only the latest run of a conversation can be tried again, when it did not end well.",
      {
        hint: "Send it as a new message.",
        field: "retryOf",
      },
    );
  }
  if (!latest.wrote) return latest.baseCheckpointId;
  return latest.parentId ?? noCheckpoint;
}
