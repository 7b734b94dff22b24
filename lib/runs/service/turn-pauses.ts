import type { Pool } from "pg";
import { z } from "zod";
import { checkpointSchema } from "@/lib/db/migrate";

const placeRows = z.array(z.object({ interruptId: z.string(), runId: z.string(), checkpointId: z.string() }));

/** In which state a pause was made. */
export type PausePlace = z.infer<typeof placeRows>[number];

/**
 * Where the pauses of runs came, oldest first. The task that paused has left its mark beside the checkpoint it started
 * from; events would not do, a pause may be told before the checkpoint in front of it.
 */
export async function pausePlaces(
  pool: Pool,
  threadId: string,
  runIds: readonly string[],
): Promise<PausePlace[]> {
  const { rows } = await pool.query(
    `select distinct on (i.created_at, i.id)
       i.id as "interruptId", i.run_id as "runId", w.checkpoint_id as "checkpointId"
     from interrupts i
     join run_events e on e.run_id = i.run_id and e.type = 'node.started'
       and e.node = i.node_id and e.visit = i.visit
     join ${checkpointSchema}.checkpoint_writes w on w.thread_id = $1 and w.checkpoint_ns = ''
       and w.channel = '__interrupt__' and w.task_id = e.data->>'taskId'
     where i.run_id = any($2)
     order by i.created_at, i.id`,
    [threadId, runIds],
  );
  return placeRows.parse(rows);
}
