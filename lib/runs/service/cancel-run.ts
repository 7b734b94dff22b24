import { and, eq } from "drizzle-orm";
import { runs } from "@/drizzle/schema";
import type { Actor } from "@/lib/auth/actor";
import { channels } from "@/lib/realtime/notifier";
import type { RunEvent } from "@/workflows/events/event";
import { inTransaction } from "../transaction";
import type { Rested } from "../work/aftermath";
import { nameOf } from "./actor-name";
import { appendInTransaction, type RunContext } from "./context";
import { runNotFound, visibleRuns } from "./visibility";

/**
 * Stops a run: one that waits (for a worker or a person) at once, one that runs as soon as its worker hears of it,
 * within two seconds. A run that has ended stays as it is.
 * @throws AppError not_found
 */
export async function cancelRun(context: RunContext, actor: Actor, id: string): Promise<void> {
  const [run] = await context.db
    .select({ workspaceId: runs.workspaceId })
    .from(runs)
    .where(and(eq(runs.id, id), visibleRuns(context.db, actor)));
  if (!run) throw runNotFound();
  await stopRun(context, id, nameOf(actor));
  context.bus.inboxChanged({ workspaceId: run.workspaceId, runId: id });
}

/**
 * Stops a run and the runs it called.
 * @param by who asked, shown in the trace
 */
export async function stopRun(context: RunContext, id: string, by: string | undefined): Promise<void> {
  let rested: Rested | undefined;
  const events = await inTransaction(context.pool, async (connection): Promise<RunEvent[]> => {
    const { rows } = await connection.query(
      "select status, workspace_id, thread_id from runs where id = $1 for update",
      [id],
    );
    const status: unknown = rows[0]?.status;
    if (status === "running") {
      await connection.query("update runs set cancel_requested_at = now() where id = $1", [id]);
      await connection.query("select pg_notify($1, $2)", [channels.cancel, by ? `${id} ${by}` : id]);
      return [];
    }
    if (status !== "pending" && status !== "interrupted") return [];
    // A worker that is just about to take it has nothing to write to any more.
    await connection.query("update runs set epoch = epoch + 1 where id = $1", [id]);
    const { workspace_id: workspaceId, thread_id: threadId } = rows[0] ?? {};
    rested = { runId: id, workspaceId: String(workspaceId), threadId: String(threadId) };
    return appendInTransaction(context, connection, id, [
      { ts: context.clock.now(), ns: [], type: "run.cancelled", data: by ? { by } : {} },
    ]);
  });
  context.hub.publish(events);
  if (rested) context.aftermath.afterRun(rested);
  const children = await context.pool.query(
    "select id from runs where parent_run_id = $1 and status in ('pending', 'running', 'interrupted')",
    [id],
  );
  for (const child of children.rows) await stopRun(context, String(child.id), by);
}
