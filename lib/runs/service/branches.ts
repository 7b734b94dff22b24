import { asc, eq, inArray, or, sql } from "drizzle-orm";
import { runs, threads } from "@/drizzle/schema";
import type { Actor, WorkspaceActor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import { runOriginSchema } from "@/workflows/events/run-origin";
import { terminalStatuses } from "@/workflows/events/run-status";
import { inTransaction } from "../transaction";
import type { RunContext } from "./context";
import { lockThread } from "./lock-thread";
import { ownThreads, runNotFound, visibleRuns } from "./visibility";

const mostRuns = 500;

/** The conversation of a run with all its branches. @throws AppError not_found */
export async function branchesOf({ db }: RunContext, actor: Actor, runId: string) {
  const root = await rootOf(db, actor, runId);
  const inFamily = inArray(
    runs.threadId,
    db
      .select({ id: threads.id })
      .from(threads)
      .where(or(eq(threads.id, root.id), eq(threads.branchOf, root.id))),
  );
  const rows = await db
    .select({
      runId: runs.id,
      threadId: runs.threadId,
      status: runs.status,
      source: runs.source,
      version: runs.version,
      draftRevision: runs.draftRevision,
      origin: runs.origin,
      afterRunId: runs.afterRunId,
      edits: sql<number>`coalesce(jsonb_array_length(${runs.fork}->'edits'), 0)`.mapWith(Number),
      createdAt: runs.createdAt,
    })
    .from(runs)
    .where(inFamily)
    .orderBy(asc(runs.createdAt), asc(runs.id))
    .limit(mostRuns);
  const latest = rows.findLast(({ threadId }) => threadId === root.id);
  return {
    threadId: root.id,
    headRunId: rows.some((row) => row.runId === root.headRunId) ? root.headRunId : (latest?.runId ?? null),
    busy: rows.some(({ threadId, status }) => threadId === root.id && !terminalStatuses.has(status)),
    items: rows.map(({ origin, afterRunId, createdAt, ...row }) => {
      const known = origin === null ? null : runOriginSchema.parse(origin);
      return { ...row, origin: known, from: known?.runId ?? afterRunId, createdAt: createdAt.toISOString() };
    }),
  };
}

/**
 * Makes the branch of a run the one that its conversation goes on with: the next message starts in the state that this
 * run left. The caller's own conversations, and those of no chat.
 * @throws AppError not_found; forbidden: it is somebody else's chat; conflict: something in the conversation is at work
 *   or waits, or the run has not ended well
 */
export async function makeHead(context: RunContext, actor: WorkspaceActor, runId: string): Promise<void> {
  const root = await rootOf(context.db, actor, runId);
  const [own] = await context.db
    .select({ id: threads.id })
    .from(threads)
    .where(sql`${threads.id} = ${root.id} and ${ownThreads(actor)}`);
  if (!own) {
    throw new AppError("forbidden", "This is somebody else's conversation.", {
      hint: "Whose conversation it is can choose where it goes on.",
    });
  }
  await inTransaction(context.pool, async (connection) => {
    await lockThread(connection, root.id);
    const { rows } = await connection.query(
      `select r.status, r.thread_id = $2 and not exists (
         select 1 from runs n where n.thread_id = $2 and (n.created_at, n.id) > (r.created_at, r.id)
       ) as latest, exists (
         select 1 from runs o where o.thread_id = $2 and o.status in ('pending', 'running', 'interrupted')
       ) as busy
       from runs r where r.id = $1`,
      [runId, root.id],
    );
    const [run] = rows;
    if (run?.busy === true) {
      throw new AppError("conflict", "A run of this conversation is at work or waits.", {
        hint: "Wait for its end, or stop it first.",
        data: { threadId: root.id },
      });
    }
    if (run?.status !== "success") {
      throw new AppError("conflict", "Only a run that ended well can be gone on from.", {
        hint: "Choose another branch, or fork from one of its steps.",
      });
    }
    const head = run.latest === true ? null : runId;
    await connection.query("update threads set head_run_id = $2, updated_at = now() where id = $1", [
      root.id,
      head,
    ]);
  });
}

async function rootOf(db: RunContext["db"], actor: Actor, runId: string) {
  const [run] = await db
    .select({ id: sql<string>`coalesce(${threads.branchOf}, ${threads.id})` })
    .from(runs)
    .innerJoin(threads, eq(threads.id, runs.threadId))
    .where(sql`${runs.id} = ${runId} and ${visibleRuns(db, actor)}`);
  if (!run) throw runNotFound();
  const [root] = await db
    .select({ id: threads.id, headRunId: threads.headRunId })
    .from(threads)
    .where(eq(threads.id, run.id));
  return root ?? { id: run.id, headRunId: null };
}
