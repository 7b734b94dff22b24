import type { Pool } from "pg";
import { z } from "zod";
import { checkpointSchema } from "@/lib/db/migrate";

const placeRows = z.array(z.object({ interruptId: z.string(), runId: z.string(), checkpointId: z.string() }));

/** In which state a pause was made. */
export type PausePlace = z.infer<typeof placeRows>[number];

/**
 * Where the pauses of runs came, oldest first. The task that paused has left its mark beside the checkpoint it started
 * from; events would not do, a pause may be told before the checkpoint in front of it. For a pause inside a subgraph
 * it is the task of the outermost node, whose visit began last before.
 */
export async function pausePlaces(pool: Pool, runIds: readonly string[]): Promise<PausePlace[]> {
  const { rows } = await pool.query(
    `select distinct on (i.created_at, i.id)
       i.id as "interruptId", i.run_id as "runId", w.checkpoint_id as "checkpointId"
     from interrupts i
     join run_events asked on asked.run_id = i.run_id and asked.type = 'node.interrupted'
       and asked.data->>'interruptId' = i.langgraph_id
     join run_events e on e.run_id = i.run_id and e.type = 'node.started'
       and e.node = split_part(i.node_id, '/', 1)
       and e.seq = (select max(seq) from run_events before
         where before.run_id = i.run_id and before.type = 'node.started'
           and before.node = split_part(i.node_id, '/', 1) and before.seq <= asked.seq)
     join ${checkpointSchema}.checkpoint_writes w on w.thread_id = i.thread_id and w.checkpoint_ns = ''
       and w.channel = '__interrupt__' and w.task_id = e.data->>'taskId'
     where i.run_id = any($1)
     order by i.created_at, i.id`,
    [runIds],
  );
  return placeRows.parse(rows);
}
