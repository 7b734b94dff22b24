import type { PoolClient } from "pg";
import { z } from "zod";
import { channels } from "@/lib/realtime/notifier";
import type { RunEvent } from "@/workflows/events/event";
import { runStatuses } from "@/workflows/events/run-status";
import type { Rested } from "../work/rested";
import { appendInTransaction, type RunContext } from "./context";
import { settleThread } from "./settle-thread";

/** What is left to do after the commit for a run that was told to stop. */
export interface Stopped {
  /** Its last words, where it ended at once. */
  events: RunEvent[];
  rested?: Rested;
}

const row = z.object({
  status: z.enum(runStatuses),
  workspaceId: z.string(),
  threadId: z.string(),
  held: z.string().nullable(),
});

/**
 * Tells a run to stop: one that waits ends at once, one that runs as soon as its worker hears of it. One that has
 * ended stays as it is. Its row is locked first.
 */
export async function stopInTransaction(
  context: RunContext,
  connection: PoolClient,
  runId: string,
  by: string | undefined,
): Promise<Stopped> {
  const { rows } = await connection.query(
    `select status, held, workspace_id as "workspaceId", thread_id as "threadId" from runs where id = $1 for update`,
    [runId],
  );
  const run = row.optional().parse(rows[0]);
  if (run?.status === "running") {
    await connection.query("update runs set cancel_requested_at = now() where id = $1", [runId]);
    await connection.query("select pg_notify($1, $2)", [channels.cancel, by ? `${runId} ${by}` : runId]);
  }
  if (run?.status !== "pending" && run?.status !== "interrupted") return { events: [] };
  // A worker that is just about to take it has nothing to write to any more. That its turn never came stays known.
  await connection.query(
    "update runs set epoch = epoch + 1, held = case held when 'thread' then held end where id = $1",
    [runId],
  );
  const events = await appendInTransaction(context, connection, runId, [
    { ts: context.clock.now(), ns: [], type: "run.cancelled", data: by ? { by } : {} },
  ]);
  if (run.held === "thread") await settleThread(connection, run.threadId);
  return { events, rested: { runId, workspaceId: run.workspaceId, threadId: run.threadId } };
}
