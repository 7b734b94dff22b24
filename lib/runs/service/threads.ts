import { and, desc, eq } from "drizzle-orm";
import { runs, threads } from "@/drizzle/schema";
import type { Actor } from "@/lib/auth/actor";
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
  const open = await context.db.select({ id: runs.id }).from(runs).where(eq(runs.threadId, thread.id));
  for (const run of open) await stopRun(context, run.id, undefined);
  await context.db.delete(threads).where(eq(threads.id, thread.id));
  await context.saver.deleteThread(thread.id);
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
