import type { Connection } from "@/lib/queue/run-queue";
import type { AdmissionContext } from "./context";
import { heldByLimit, onePlace } from "./places-sql";
import { queueable } from "./queueable";

const admitSql = `
update runs r set status = 'pending',
  held = case when r.run_after > now() then 'time' when r.parent_run_id is null then ${heldByLimit("r.workspace_id", "r.agent_id", "$2::int")} end
where r.id = $1
returning r.id as "runId", r.workspace_id as "workspaceId", r.priority, r.held, r.started_at is not null as urgent`;

/**
 * Makes a run go on that waited for an answer or for its thread, inside the transaction that holds its row lock: into the queue, or
 * held until there is a place for it.
 * @returns false: it is held; call `context.releases.want` after the commit
 */
export async function admit(
  context: Pick<AdmissionContext, "queue" | "limits">,
  connection: Connection,
  run: { runId: string; workspaceId: string },
): Promise<boolean> {
  await connection.query(onePlace(run.workspaceId));
  const { rows } = await connection.query(admitSql, [run.runId, context.limits.running]);
  const { held, ...job } = queueable.parse(rows[0]);
  if (held === null) await context.queue.send(connection, job);
  return held === null;
}
