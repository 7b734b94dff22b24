import { and, count, eq, sql } from "drizzle-orm";
import { feedback, runs, threads } from "@/drizzle/schema";
import type { Feedback } from "@/lib/api/contract/feedback";
import type { Actor } from "@/lib/auth/actor";
import { newId } from "@/lib/db/id";
import type { RunContext } from "@/lib/runs/service/context";
import { runNotFound, visibleRuns } from "@/lib/runs/service/visibility";
import { AppError } from "@/workflows/errors/app-error";
import { authorKey, type FeedbackSource } from "@/workflows/feedback/author";
import { type Said, settle } from "@/workflows/feedback/said";
import { flatten } from "@/workflows/feedback/value";
import { authorOf, shownFeedback } from "./row";

/** Of one run. */
const most = 500;

export interface Giving {
  runId: string;
  said: Said;
  source: FeedbackSource;
  /** Whom of its own people a program speaks for. */
  user?: string | undefined;
}

/**
 * Keeps what somebody says of a run. What they said of the same target under the same name goes. The caller has checked
 * that the target is there.
 * @throws AppError not_found, too_large
 */
export async function give(
  { db, bus }: Pick<RunContext, "db" | "bus">,
  actor: Actor,
  { runId, said, source, user }: Giving,
): Promise<Feedback> {
  const [run] = await db
    .select({
      workspaceId: runs.workspaceId,
      agentId: runs.agentId,
      threadId: sql<string>`coalesce(${threads.branchOf}, ${threads.id})`,
      runCreatedAt: runs.createdAt,
    })
    .from(runs)
    .innerJoin(threads, eq(threads.id, runs.threadId))
    .where(and(eq(runs.id, runId), visibleRuns(db, actor)));
  if (!run) throw runNotFound();
  const [known] = await db.select({ count: count() }).from(feedback).where(eq(feedback.runId, runId));
  if (known && known.count >= most) {
    throw new AppError("too_large", `Of one run up to ${most} things are said.`);
  }
  const { value, ...settled } = settle(said);
  const what = {
    ...flatten(value),
    comment: settled.comment,
    source,
    authorName: actor.kind === "visitor" ? null : (user ?? actor.name),
    userId: actor.kind === "member" ? actor.userId : null,
  };
  const author = authorKey(authorOf(actor, user));
  const [row] = await db
    .insert(feedback)
    .values({ id: newId("fb"), ...run, runId, ...settled, ...what, author })
    .onConflictDoUpdate({
      target: [feedback.runId, feedback.target, feedback.name, feedback.author],
      set: { ...what, updatedAt: new Date() },
    })
    .returning();
  if (!row) throw new Error("An upsert gives its row back.");
  bus.feedbackChanged({ workspaceId: run.workspaceId, agentId: run.agentId, runId });
  return shownFeedback(actor, row);
}
