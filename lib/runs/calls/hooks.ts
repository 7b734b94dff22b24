import type { Pool } from "pg";
import { z } from "zod";
import { wakeCallers, wakeForgotten } from "../pauses/wake";
import { stopRun } from "../service/cancel-run";
import type { RunContext } from "../service/context";
import type { AftermathHook } from "../work/aftermath";

/** No index leads to runs that wait and whose caller is no more, so they are looked for once a minute. */
const rareEvery = 12;

/** What ties a called run to its caller once one of the two has come to rest. */
export function callHooks(context: RunContext): AftermathHook[] {
  let sweeps = 0;
  return [
    {
      name: "callers of a run go on",
      afterRun: ({ runId }) => wakeCallers(context, runId),
      sweep: () => wakeForgotten(context),
    },
    {
      name: "called runs end with their caller",
      afterRun: async ({ runId }) => stopAll(context, await orphansOf(context.pool, runId)),
      sweep: async () => {
        await stopAll(context, await lostOrphans(context.pool));
        if (sweeps % rareEvery === 0) await stopAll(context, await lostWaiting(context.pool));
        sweeps += 1;
      },
    },
  ];
}

async function stopAll(context: RunContext, runIds: readonly string[]): Promise<void> {
  for (const id of runIds) await stopRun(context, id, undefined);
}

const idRows = z.array(z.object({ id: z.string() })).transform((rows) => rows.map(({ id }) => id));
const isOver = "caller.status in ('success', 'error', 'timeout', 'cancelled')";

async function orphansOf(pool: Pool, callerId: string): Promise<string[]> {
  const { rows } = await pool.query({
    name: "orphans_of_run",
    text: `select r.id from runs caller join runs r on r.parent_run_id = caller.id
      where caller.id = $1 and ${isOver} and r.status in ('pending', 'running', 'interrupted')
        and r.cancel_requested_at is null`,
    values: [callerId],
  });
  return idRows.parse(rows);
}

async function lostOrphans(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query({
    name: "lost_orphans",
    text: `select r.id from runs r join runs caller on caller.id = r.parent_run_id
      where ${isOver} and r.status in ('pending', 'running') and r.cancel_requested_at is null`,
  });
  return idRows.parse(rows);
}

async function lostWaiting(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query({
    name: "lost_waiting_orphans",
    text: `select distinct r.id from interrupts i join runs r on r.id = i.run_id join runs caller on caller.id = r.parent_run_id
      where i.status = 'waiting' and ${isOver} and r.status = 'interrupted'`,
  });
  return idRows.parse(rows);
}
