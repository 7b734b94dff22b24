import type { feedback } from "@/drizzle/schema";
import type { Feedback } from "@/lib/api/contract/feedback";
import type { Actor } from "@/lib/auth/actor";
import { authorKey, type FeedbackAuthor } from "@/workflows/feedback/author";
import { targetOf } from "@/workflows/feedback/target";
import { unflatten } from "@/workflows/feedback/value";

export type FeedbackRow = typeof feedback.$inferSelect;

/** @param user whom of its own people a program speaks for */
export function authorOf(actor: Actor, user?: string): FeedbackAuthor {
  if (actor.kind === "member") return { kind: "member", id: actor.userId };
  if (actor.kind === "visitor") return { kind: "visitor", id: actor.visitorId };
  return { kind: "key", id: actor.keyId, user };
}

/** A key speaks for all whom it named. */
export function isOwn(actor: Actor, author: string): boolean {
  const own = authorKey(authorOf(actor));
  return author === own || (actor.kind === "key" && author.startsWith(`${own}:`));
}

export function shownFeedback(actor: Actor, row: FeedbackRow): Feedback {
  const { spanId = null, messageId = null } = targetOf(row.target);
  return {
    id: row.id,
    runId: row.runId,
    spanId,
    messageId,
    name: row.name,
    value: unflatten(row),
    comment: row.comment,
    source: row.source,
    by: row.authorName,
    own: isOwn(actor, row.author),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
