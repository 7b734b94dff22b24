import { and, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import { interrupts, runs, threads } from "@/drizzle/schema";
import { type Actor, may } from "@/lib/auth/actor";
import type { Database } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";

/** Threads that are the actor's own: a member's chats, a visitor's chats, what the workspace's keys started. */
export function ownThreads(actor: Actor): SQL | undefined {
  if (actor.kind === "visitor") return eq(threads.visitorId, actor.visitorId);
  const here = eq(threads.workspaceId, actor.workspaceId);
  if (actor.kind === "member")
    return and(here, or(eq(threads.userId, actor.userId), ne(threads.source, "chat")));
  return and(here, isNull(threads.userId), isNull(threads.visitorId));
}

/** Runs that the actor may see: those of the workspace for readers of runs, else those of own threads. */
export function visibleRuns(db: Database, actor: Actor): SQL | undefined {
  if (actor.kind !== "visitor" && may(actor, "run.read")) return eq(runs.workspaceId, actor.workspaceId);
  return inArray(runs.threadId, threadIds(db, actor));
}

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
