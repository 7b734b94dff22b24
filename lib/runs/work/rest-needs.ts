import type { Pool } from "pg";
import { z } from "zod";
import { fewRows } from "@/lib/db/few-rows";
import type { Rested } from "./rested";

const needsRow = z.object({
  /** Runs wait for its end. */
  callers: z.boolean(),
  /** It has ended, and runs that it called go on. */
  called: z.boolean(),
  /** Runs wait for its thread. */
  thread: z.boolean(),
  /** Runs of its workspace wait for a place or a time. */
  places: z.boolean(),
});
/** What is to be done after a run has come to rest; mostly nothing. */
export type RestNeeds = z.infer<typeof needsRow>;

const needsSql = `
select
  exists (select 1 from interrupts i where i.status = 'waiting' and i.child_run_id = rested.run_id) as callers,
  exists (
    select 1 from runs r where r.parent_run_id = rested.run_id
      and r.status in ('pending', 'running', 'interrupted') and r.cancel_requested_at is null
  ) and exists (
    select 1 from runs r where r.id = rested.run_id and r.status in ('success', 'error', 'timeout', 'cancelled')
  ) as called,
  exists (
    select 1 from runs r where r.thread_id = rested.thread_id and r.held = 'thread' and r.status = 'pending'
  ) as thread,
  exists (
    select 1 from runs r where r.workspace_id = rested.workspace_id and r.held in ('limit', 'time')
  ) as places
from unnest($1::text[], $2::text[], $3::text[]) with ordinality as rested(run_id, thread_id, workspace_id, at)
where ${fewRows("rested.run_id")}
order by at`;

/** One question for all that came to rest at about the same time. */
export async function restNeeds(pool: Pick<Pool, "query">, rested: readonly Rested[]): Promise<RestNeeds[]> {
  const { rows } = await pool.query({
    name: "needs_of_rested",
    text: needsSql,
    values: [
      rested.map(({ runId }) => runId),
      rested.map(({ threadId }) => threadId),
      rested.map(({ workspaceId }) => workspaceId),
    ],
  });
  return z.array(needsRow).parse(rows);
}
