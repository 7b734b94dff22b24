import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { answerLinks, interrupts } from "@/drizzle/schema";
import type { AnswerLink } from "@/lib/api/contract/answer-links";
import type { WorkspaceActor } from "@/lib/auth/actor";
import { hashToken, newToken } from "@/lib/auth/one-time-token";
import type { Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import { answererOf } from "../pauses/answerer";
import { tooLate } from "../service/answer-interrupt";
import type { RunContext } from "../service/context";
import { getInterrupt } from "../service/read-interrupts";
import { linkState, toLink } from "./link-row";

export interface LinkWish {
  recipient: string;
  answer?: string | undefined;
  hours: number;
}

export type MadeLink = AnswerLink & { token: string; path: string };

/**
 * A link for a pause that the actor may answer now. Its answer is the actor's own vote, so that nobody votes twice by
 * making links.
 * @throws AppError not_found, forbidden, invalid_input (answer), already_answered, conflict
 */
export async function makeLink(
  { db }: Pick<RunContext, "db">,
  actor: WorkspaceActor,
  interruptId: string,
  wish: LinkWish,
): Promise<MadeLink> {
  const pause = await getInterrupt(db, actor, interruptId);
  if (pause.status !== "waiting") throw tooLate(pause);
  if (!pause.mayAnswer) throw new AppError("forbidden", pause.whyNot ?? "This is for others to answer.");
  const choices = pause.payload.answers.map(({ id }) => id);
  if (choices.length === 0) throw new AppError("conflict", "This pause takes no answer of people.");
  if (wish.answer !== undefined && !choices.includes(wish.answer)) {
    const message = `“${wish.answer}” is not one of the answers: ${choices.join(", ")}.`;
    throw new AppError("invalid_input", message, { field: "answer" });
  }
  const { id: voter, userId, name } = await answererOf(db, actor);
  const { workspaceId } = actor;
  return insertLink(db, { ...wish, interruptId, workspaceId, voter, createdBy: userId, createdByName: name });
}

interface NewLink extends LinkWish {
  workspaceId: string;
  interruptId: string;
  voter: string;
  createdBy: string | null;
  createdByName: string | null;
}

/** The token is in the answer and nowhere else. */
export async function insertLink(db: Queryable, { hours, answer, ...link }: NewLink): Promise<MadeLink> {
  const token = newToken();
  const [row] = await db
    .insert(answerLinks)
    .values({
      ...link,
      id: newId("lnk"),
      tokenHash: hashToken(token),
      answer: answer ?? null,
      expiresAt: sql`now() + ${hours} * interval '1 hour'`,
    })
    .returning();
  if (!row) throw new Error("insert returned no link");
  return { ...toLink(row, "open"), token, path: `/answer/${token}` };
}

/** Newest first. @throws AppError not_found */
export async function listLinks(
  { db }: Pick<RunContext, "db">,
  actor: WorkspaceActor,
  interruptId: string,
): Promise<AnswerLink[]> {
  await getInterrupt(db, actor, interruptId);
  const rows = await db
    .select({ link: answerLinks, state: linkState })
    .from(answerLinks)
    .innerJoin(interrupts, eq(interrupts.id, answerLinks.interruptId))
    .where(eq(answerLinks.interruptId, interruptId))
    .orderBy(desc(answerLinks.createdAt))
    .limit(200);
  return rows.map(({ link, state }) => toLink(link, state));
}

/** @throws AppError not_found */
export async function withdrawLink(
  { db }: Pick<RunContext, "db">,
  actor: WorkspaceActor,
  interruptId: string,
  linkId: string,
): Promise<void> {
  await getInterrupt(db, actor, interruptId);
  const rows = await db
    .update(answerLinks)
    .set({ withdrawnAt: sql`coalesce(${answerLinks.withdrawnAt}, now())` })
    .where(
      and(eq(answerLinks.id, linkId), eq(answerLinks.interruptId, interruptId), isNull(answerLinks.usedAt)),
    )
    .returning({ id: answerLinks.id });
  if (rows.length === 0) throw new AppError("not_found", "There is no such unused link.");
}
