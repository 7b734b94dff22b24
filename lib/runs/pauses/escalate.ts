import { z } from "zod";
import type { RunContext } from "../service/context";

const portion = 200;

/** Those who are asked now are added; whoever was asked before still may answer. */
const escalateSql = `
with due as (
  select id from interrupts where status = 'waiting' and escalate_at <= now()
  order by escalate_at limit ${portion} for update skip locked
)
update interrupts i set
  escalate_at = null,
  assignees = i.assignees || (
    select coalesce(jsonb_agg(one || '{"later": true}'), '[]')
    from jsonb_array_elements(coalesce(i.payload->'escalation'->'to', '[]')) as one
    where not i.assignees @> jsonb_build_array(one)
  )
from due where i.id = due.id
returning i.workspace_id as "workspaceId", i.run_id as "runId"`;

const rowsSchema = z.array(z.object({ workspaceId: z.string(), runId: z.string() }));

/** Every second: asks others as well where nobody has answered for as long as the graph says. Each pause once. */
export async function escalateDue({ pool, bus }: Pick<RunContext, "pool" | "bus">): Promise<void> {
  const { rows } = await pool.query({ name: "escalate_pauses", text: escalateSql });
  for (const changed of rowsSchema.parse(rows)) bus.inboxChanged(changed);
}
