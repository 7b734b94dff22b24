import { uuid6 } from "@langchain/langgraph-checkpoint";
import type { PoolClient } from "pg";
import { z } from "zod";
import { checkpointSchema } from "@/lib/db/migrate";
import { copyState } from "../checkpoint/copy-state";
import { checkpointRunKey } from "../checkpoint/saver";

const headRow = z.object({
  headRunId: z.string(),
  headThreadId: z.string(),
  checkpointId: z.string().nullable(),
});

/** Where a conversation goes on whose head is another than its latest run. */
export interface HeadBase {
  afterRunId: string;
  checkpointId: string;
}

/**
 * Takes the head of a thread for its next run: what that run left is copied where it stands on another branch. Call it
 * with the thread taken, inside the transaction that makes the run.
 * @returns undefined: it goes on from its latest run
 * @throws AppError not_found: the head's state is no longer kept
 */
export async function takeHead(connection: PoolClient, threadId: string): Promise<HeadBase | undefined> {
  const { rows } = await connection.query(
    `select h.id as "headRunId", h.thread_id as "headThreadId", (
       select c.checkpoint_id from ${checkpointSchema}.checkpoints c
       where c.thread_id = h.thread_id and c.checkpoint_ns = '' and c.metadata->>'${checkpointRunKey}' = h.id
       order by c.checkpoint_id desc limit 1
     ) as "checkpointId"
     from threads t join runs h on h.id = t.head_run_id where t.id = $1`,
    [threadId],
  );
  const head = headRow.optional().parse(rows[0]);
  if (!head) return undefined;
  const { headRunId: afterRunId, headThreadId, checkpointId: last } = head;
  const isHere = headThreadId === threadId && last !== null;
  const checkpointId = isHere ? last : uuid6(-1);
  if (!isHere) {
    const from = { threadId: headThreadId, checkpointId: last ?? "" };
    await copyState(connection, from, { threadId, checkpointId });
  }
  await connection.query("update threads set head_run_id = null where id = $1", [threadId]);
  return { afterRunId, checkpointId };
}
