import { eq } from "drizzle-orm";
import type { PoolClient } from "pg";
import { answerLinks, interrupts } from "@/drizzle/schema";
import type { LinkState } from "@/lib/api/contract/answer-links";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import { hashToken } from "@/lib/auth/one-time-token";
import { AppError } from "@/workflows/errors/app-error";
import type { GivenAnswer, InterruptPayload } from "@/workflows/events/event";
import type { Answerer } from "../pauses/answerer";
import { answerAs } from "../service/answer-interrupt";
import type { RunContext } from "../service/context";
import { pauseFor } from "../service/read-interrupts";
import { linkState } from "./link-row";

type Link = typeof answerLinks.$inferSelect;

interface Found {
  link: Link;
  state: LinkState;
  pause: InterruptSummary;
  who: Answerer;
}

/** @throws AppError not_found */
async function find({ db }: Pick<RunContext, "db">, token: string): Promise<Found> {
  const [found] = await db
    .select({ link: answerLinks, state: linkState })
    .from(answerLinks)
    .innerJoin(interrupts, eq(interrupts.id, answerLinks.interruptId))
    .where(eq(answerLinks.tokenHash, hashToken(token)));
  if (!found) throw new AppError("not_found", "There is no such link.", { hint: "Was it copied whole?" });
  const who = holderOf(found.link);
  return { ...found, who, pause: await pauseFor(db, who, found.link.interruptId) };
}

/** Whoever holds the link: it was made by somebody who might answer, and stands for their vote. */
function holderOf({ voter, recipient, createdBy, createdByName }: Link): Answerer {
  const name = createdByName ? `${recipient} (link from ${createdByName})` : `${recipient} (link)`;
  return {
    id: voter,
    userId: createdBy,
    name,
    email: null,
    role: null,
    mayAnswer: true,
    mayCall: false,
    overrides: true,
  };
}

export interface LinkView {
  link: Link;
  state: LinkState;
  pause: InterruptSummary;
  /** Only while the link works. */
  question: InterruptPayload | null;
}

/** What a link asks. Looking changes nothing. @throws AppError not_found */
export async function lookAtLink(context: Pick<RunContext, "db">, token: string): Promise<LinkView> {
  const { link, state, pause } = await find(context, token);
  return { link, state, pause, question: state === "open" ? narrowed(pause.payload, link) : null };
}

/** A link for one answer offers that alone. */
function narrowed(payload: InterruptPayload, { answer }: Link): InterruptPayload {
  const { assignees: _assignees, escalation: _escalation, ...question } = payload;
  return answer === null
    ? question
    : { ...question, answers: question.answers.filter(({ id }) => id === answer) };
}

/**
 * Answers by a link, which is used up with it.
 * @throws AppError not_found, conflict (data: state), invalid_input, and as `answerInterrupt`
 */
export async function answerByLink(
  context: RunContext,
  token: string,
  answer: GivenAnswer,
): Promise<{ link: Link; pause: InterruptSummary }> {
  const { link, state, pause, who } = await find(context, token);
  if (state !== "open") throw closed(state);
  if (link.answer !== null && answer.answer !== link.answer) {
    const message = `This link is for the answer “${link.answer}” alone.`;
    throw new AppError("invalid_input", message, { field: "answer" });
  }
  const after = await answerAs(context, who, pause, answer, {
    read: () => pauseFor(context.db, who, pause.id),
    first: (connection) => spend(connection, link.id),
  });
  return { link, pause: after };
}

/** Of two who press at the same moment one gets it; an answer that is refused leaves the link as it was. */
async function spend(connection: PoolClient, id: string): Promise<void> {
  const { rowCount } = await connection.query(
    `update answer_links set used_at = now()
     where id = $1 and used_at is null and withdrawn_at is null and expires_at > now()`,
    [id],
  );
  if (rowCount !== 1) throw closed("used");
}

const words: Record<Exclude<LinkState, "open">, string> = {
  used: "This link was used already.",
  expired: "This link has expired.",
  withdrawn: "This link was withdrawn.",
  answered: "This was answered another way meanwhile.",
  over: "This is no longer needed: its run has ended.",
};

function closed(state: Exclude<LinkState, "open">): AppError {
  return new AppError("conflict", words[state], {
    data: { state },
    hint: "Ask whoever sent it if something is still to be decided.",
  });
}
