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
      need: "callers",
      afterRun: ({ runId }) => wakeCallers(context, runId),
      sweep: () => wakeForgotten(context),
    },
    {
      name: "called runs end with their caller",
      need: "called",
      afterRun: async ({ runId }) => stopAll(context, await orphansOf(context.pool, runId)),
      sweep: async () => {
        await stopAll(context, await lostOrphans(context.pool));
        if (sweeps % rareEvery === 0) await stopAll(context, await lostWaiting(context.pool));
        sweeps += 1;
      },
    },
  ];
}

async function stopAll(context: RunContext, orphans: readonly Orphan[]): Promise<void> {
  for (const { id, by } of orphans) await stopRun(context, id, by ?? undefined);
}

/** A called run whose caller is over; `by`: whoever stopped that one. */
const orphanRows = z.array(z.object({ id: z.string(), by: z.string().nullable() }));
type Orphan = z.infer<typeof orphanRows>[number];
const stoppedBy = `(select e.data->>'by' from run_events e
  where e.run_id = caller.id and e.type = 'run.cancelled' order by e.seq desc limit 1) as by`;
const isOver = "caller.status in ('success', 'error', 'timeout', 'cancelled')";

async function orphansOf(pool: Pool, callerId: string): Promise<Orphan[]> {
  const { rows } = await pool.query({
    name: "orphans_of_run",
    text: `select r.id, ${stoppedBy} from runs caller join runs r on r.parent_run_id = caller.id
      where caller.id = $1 and ${isOver} and r.status in ('pending', 'running', 'interrupted')
        and r.cancel_requested_at is null`,
    values: [callerId],
  });
  return orphanRows.parse(rows);
}

async function lostOrphans(pool: Pool): Promise<Orphan[]> {
  const { rows } = await pool.query({
    name: "lost_orphans",
    text: `select r.id, ${stoppedBy} from runs r join runs caller on caller.id = r.parent_run_id
      where ${isOver} and r.status in ('pending', 'running') and r.cancel_requested_at is null`,
  });
  return orphanRows.parse(rows);
}

async function lostWaiting(pool: Pool): Promise<Orphan[]> {
  const { rows } = await pool.query({
    name: "lost_waiting_orphans",
    text: `select distinct r.id, ${stoppedBy} from interrupts i join runs r on r.id = i.run_id join runs caller on caller.id = r.parent_run_id
      where i.status = 'waiting' and ${isOver} and r.status = 'interrupted'`,
  });
  return orphanRows.parse(rows);
}
