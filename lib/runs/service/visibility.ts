import { and, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Pool } from "pg";
import { interrupts, runs, threads } from "@/drizzle/schema";
import { type Actor, may, type WorkspaceActor } from "@/lib/auth/actor";
import type { Database } from "@/lib/db/database";
import { fewRows } from "@/lib/db/few-rows";
import { gathered } from "@/lib/db/gathered";
import { AppError } from "@/workflows/errors/app-error";
import type { RunContext } from "./context";

/** Threads that are the actor's own: a member's chats, a visitor's chats, what the workspace's keys started. */
export function ownThreads(actor: Actor): SQL | undefined {
  if (actor.kind === "visitor") return eq(threads.visitorId, actor.visitorId);
  const here = eq(threads.workspaceId, actor.workspaceId);
  if (actor.kind === "member")
    return and(here, or(eq(threads.userId, actor.userId), ne(threads.source, "chat")));
  return and(here, isNull(threads.userId), isNull(threads.visitorId));
}

/** Readers of runs see all of their workspace. */
export const seesWorkspace = (actor: Actor): actor is WorkspaceActor =>
  actor.kind !== "visitor" && may(actor, "run.read");

/** Runs that the actor may see: those of the workspace for readers of runs, else those of own threads. */
export function visibleRuns(db: Database, actor: Actor): SQL | undefined {
  if (seesWorkspace(actor)) return eq(runs.workspaceId, actor.workspaceId);
  return inArray(runs.threadId, threadIds(db, actor));
}

/** The same rule for one run, for whoever needs nothing else of it. @throws AppError not_found */
export async function requireVisible(
  { pool, db }: Pick<RunContext, "pool" | "db">,
  actor: Actor,
  id: string,
) {
  if (seesWorkspace(actor)) {
    if ((await workspaceOf(pool, id)) !== actor.workspaceId) throw runNotFound();
    return;
  }
  const rows = await db
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.id, id), visibleRuns(db, actor)));
  if (rows.length === 0) throw runNotFound();
}

const workspaceOf = gathered(async (pool: Pool, ids: string[]) => {
  const text = `select id, workspace_id as "workspaceId" from runs where id = any($1::text[]) and ${fewRows("id")}`;
  const { rows } = await pool.query({ name: "runs_are_here", text, values: [ids] });
  return new Map(rows.map((row) => [String(row.id), String(row.workspaceId)]));
});

/** Pauses that the actor may see, by the same rule. */
export function visibleInterrupts(db: Database, actor: Actor): SQL | undefined {
  if (actor.kind !== "visitor" && may(actor, "interrupt.read")) {
    return eq(interrupts.workspaceId, actor.workspaceId);
  }
  return inArray(interrupts.threadId, threadIds(db, actor));
}

const threadIds = (db: Database, actor: Actor) =>
  db.select({ id: threads.id }).from(threads).where(ownThreads(actor));

/** The same words for a foreign and for a missing one. */
export const runNotFound = () => new AppError("not_found", "There is no such run.");
export const threadNotFound = () => new AppError("not_found", "There is no such conversation.");
export const interruptNotFound = () => new AppError("not_found", "There is no such approval.");
