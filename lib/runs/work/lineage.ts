import type { Pool } from "pg";
import { z } from "zod";

const ancestorRows = z.array(z.object({ id: z.string(), agentId: z.string(), agentName: z.string() }));
/** A run on the call path above a run. */
export type Ancestor = z.infer<typeof ancestorRows>[number];

/** The run itself and those whose tool calls led to it, innermost first. */
export async function callPath(pool: Pool, runId: string): Promise<Ancestor[]> {
  const { rows } = await pool.query(
    `with recursive path as (
       select id, agent_id, parent_run_id, 0 as height from runs where id = $1
       union all
       select r.id, r.agent_id, r.parent_run_id, path.height + 1 from runs r join path on r.id = path.parent_run_id
       where path.height < 50
     )
     select path.id, path.agent_id as "agentId", a.name as "agentName"
     from path join agents a on a.id = path.agent_id order by path.height`,
    [runId],
  );
  return ancestorRows.parse(rows);
}

/** How many published agents stand on the call path above a run with this parent. */
export async function callDepth(pool: Pool, parentRunId: string | null): Promise<number> {
  return parentRunId === null ? 0 : (await callPath(pool, parentRunId)).length;
}
