import { and, eq } from "drizzle-orm";
import { runs } from "@/drizzle/schema";
import type { Actor } from "@/lib/auth/actor";
import { inTransaction } from "../transaction";
import { nameOf } from "./actor-name";
import type { RunContext } from "./context";
import { type Stopped, stopInTransaction } from "./stop-in-transaction";
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
 * Stops a run. The runs it called end with it, as they do however a caller ends (`callHooks`).
 * @param by who asked, shown in the trace
 */
export async function stopRun(context: RunContext, id: string, by: string | undefined): Promise<void> {
  const stopped = await inTransaction(context.pool, (connection) =>
    stopInTransaction(context, connection, id, by),
  );
  afterStop(context, stopped);
}

/** After the commit: tells readers, and lets happen what follows a run's end. */
export function afterStop(context: RunContext, { events, rested }: Stopped): void {
  context.hub.publish(events);
  if (rested) context.aftermath.afterRun(rested);
}
