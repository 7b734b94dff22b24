import type { PoolClient } from "pg";
import { z } from "zod";
import { admit } from "../admission/admit";
import { inTransaction } from "../transaction";
import type { AftermathHook } from "../work/aftermath";
import { nextBase, stateBefore } from "./before-run";
import type { RunContext } from "./context";
import { holdsThread } from "./holds-thread";
import { lockThread } from "./lock-thread";

const nextRow = z.object({ id: z.string(), replaces: z.string().nullable(), workspaceId: z.string() });
const threadRows = z.array(z.object({ threadId: z.string() }));
const mostThreads = 100;

/** Runs that wait for their thread start when it is free, in the order in which they came. */
export function nextInThread(context: RunContext): AftermathHook {
  return {
    name: "next run of a thread",
    need: "thread",
    afterRun: ({ threadId }) => startNext(context, threadId),
    async sweep() {
      const { rows } = await context.pool.query(
        `select distinct h.thread_id as "threadId" from runs h
         where h.held = 'thread' and h.status = 'pending' and not exists (
           select 1 from runs r where r.thread_id = h.thread_id and ${holdsThread("r")})
         limit ${mostThreads}`,
      );
      for (const { threadId } of threadRows.parse(rows)) await startNext(context, threadId);
    },
  };
}

async function startNext(context: RunContext, threadId: string): Promise<void> {
  const next = await inTransaction(context.pool, async (connection) => {
    await lockThread(connection, threadId);
    const next = await oldestWaiting(connection, threadId);
    if (!next || (await isTaken(connection, threadId))) return undefined;
    const base = next.replaces
      ? await stateBefore(connection, threadId, next.replaces)
      : await nextBase(connection, threadId, next.id);
    await connection.query("update runs set base_checkpoint_id = $2 where id = $1", [next.id, base]);
    await connection.query("update threads set status = 'busy', updated_at = now() where id = $1", [
      threadId,
    ]);
    const { id: runId, workspaceId } = next;
    return { workspaceId, admitted: await admit(context, connection, { runId, workspaceId }) };
  });
  if (next?.admitted === false) context.releases.request(next.workspaceId);
}

async function oldestWaiting(connection: PoolClient, threadId: string) {
  const { rows } = await connection.query(
    `select id, replaces, workspace_id as "workspaceId" from runs where thread_id = $1 and held = 'thread' and status = 'pending'
     order by created_at, id limit 1 for update`,
    [threadId],
  );
  return nextRow.optional().parse(rows[0]);
}

async function isTaken(connection: PoolClient, threadId: string): Promise<boolean> {
  const { rowCount } = await connection.query(
    `select 1 from runs r where r.thread_id = $1 and ${holdsThread("r")} limit 1`,
    [threadId],
  );
  return rowCount === 1;
}
