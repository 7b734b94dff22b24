import type { Pool } from "pg";
import { z } from "zod";
import { inTransaction } from "@/lib/runs/transaction";
import { type DueRun, deleteBatch } from "./forget-runs";

/** Why a run stays, with the words for whoever wanted it gone. */
const reasons = {
  open: "It has not ended yet. Stop it first, or wait for its end.",
  called: "Another run called it; it goes with that one.",
  calls: "A run that it called has not ended yet.",
  busy: "Another run of its conversation has not ended yet.",
} as const;

const askedRows = z.array(
  z.object({
    id: z.string(),
    threadId: z.string(),
    why: z.enum(["open", "called", "calls", "busy"]).nullable(),
  }),
);

/** Its conversation is locked: nothing can start in it meanwhile. */
const askedSql = `
select r.id, r.thread_id as "threadId", case
  when r.ended_at is null then 'open'
  when exists (select 1 from runs p where p.id = r.parent_run_id) then 'called'
  when exists (select 1 from runs c where c.parent_run_id = r.id and c.ended_at is null) then 'calls'
  when exists (select 1 from runs o where o.thread_id = r.thread_id and o.ended_at is null) then 'busy' end as why
from runs r join threads t on t.id = r.thread_id
where r.workspace_id = $1 and r.id = $2 for update of t`;

const calledSql = `
with recursive called as (
  select id, thread_id from runs where parent_run_id = $1
  union all select r.id, r.thread_id from runs r join called c on r.parent_run_id = c.id
)
select id, thread_id as "threadId", null as why from called`;

/**
 * Deletes one run with its trace and the runs that it called; with the last run of a conversation the conversation.
 * @returns why it stays; undefined: it is gone, or there was none
 */
export async function deleteRun(pool: Pool, workspaceId: string, id: string): Promise<string | undefined> {
  let called: DueRun[] = [];
  for (;;) {
    const { why, more } = await inTransaction(pool, async (connection) => {
      const [asked] = askedRows.parse((await connection.query(askedSql, [workspaceId, id])).rows);
      if (!asked) return { why: undefined, more: false };
      if (asked.why !== null) return { why: reasons[asked.why], more: false };
      called = askedRows.parse((await connection.query(calledSql, [id])).rows);
      await deleteBatch(connection, [asked]);
      return { why: undefined, more: true };
    });
    if (why !== undefined || !more) {
      // Called runs went out of reach with the one that called them.
      if (why === undefined) for (const run of called) await deleteRun(pool, workspaceId, run.id);
      return why;
    }
  }
}
