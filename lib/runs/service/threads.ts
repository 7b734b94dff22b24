import { and, desc, eq, inArray } from "drizzle-orm";
import { runs, threads } from "@/drizzle/schema";
import type { Actor } from "@/lib/auth/actor";
import { countIn } from "@/lib/dashboards/count-runs";
import { inTransaction } from "../transaction";
import { stopRun } from "./cancel-run";
import type { RunContext } from "./context";
import { ownThreads, threadNotFound } from "./visibility";

export interface ThreadSummary {
  id: string;
  title: string;
  status: (typeof threads.$inferSelect)["status"];
  /** Where it was started: a member's own chats are theirs alone, the rest belongs to the workspace. */
  source: (typeof threads.$inferSelect)["source"];
  createdAt: string;
  updatedAt: string;
}

const mostThreads = 200;

/** The actor's own conversations with an agent, last used first. */
export async function listThreads(
  { db }: RunContext,
  actor: Actor,
  agentId: string,
  source: "chat" | "api" | "test" = "chat",
): Promise<ThreadSummary[]> {
  const rows = await db
    .select()
    .from(threads)
    .where(and(ownThreads(actor), eq(threads.agentId, agentId), eq(threads.source, source)))
    .orderBy(desc(threads.updatedAt), desc(threads.id))
    .limit(mostThreads);
  return rows.map(summary);
}

/** @throws AppError not_found */
export async function getThread(
  { db }: RunContext,
  actor: Actor,
  agentId: string,
  id: string,
): Promise<ThreadSummary> {
  const [row] = await db
    .select()
    .from(threads)
    .where(own(actor, agentId, id));
  if (!row) throw threadNotFound();
  return summary(row);
}

/** @throws AppError not_found */
export async function renameThread(
  { db }: RunContext,
  actor: Actor,
  agentId: string,
  id: string,
  title: string,
): Promise<ThreadSummary> {
  const [row] = await db
    .update(threads)
    .set({ title })
    .where(own(actor, agentId, id))
    .returning();
  if (!row) throw threadNotFound();
  return summary(row);
}

/** Deletes a conversation with its runs, events and checkpoints; what still runs is stopped. @throws AppError not_found */
export async function deleteThread(
  context: RunContext,
  actor: Actor,
  agentId: string,
  id: string,
): Promise<void> {
  const thread = await getThread(context, actor, agentId, id);
  const branches = await context.db
    .select({ id: threads.id })
    .from(threads)
    .where(eq(threads.branchOf, thread.id));
  // What was made from it says what it said.
  const all = [thread.id, ...branches.map((branch) => branch.id)];
  const open = await context.db.select({ id: runs.id }).from(runs).where(inArray(runs.threadId, all));
  for (const run of open) await stopRun(context, run.id, undefined);
  await inTransaction(context.pool, async (connection) => {
    await connection.query("select 1 from threads where id = any($1) order by id for update", [all]);
    const ended = open.map((run) => run.id);
    while (await countIn(connection, ended));
    await connection.query("delete from threads where id = any($1)", [all]);
  });
  for (const each of all) await context.saver.deleteThread(each);
}

const own = (actor: Actor, agentId: string, id: string) =>
  and(ownThreads(actor), eq(threads.agentId, agentId), eq(threads.id, id));

function summary({ createdAt, updatedAt, ...row }: typeof threads.$inferSelect): ThreadSummary {
  const { id, title, status, source } = row;
  return {
    id,
    title,
    status,
    source,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
