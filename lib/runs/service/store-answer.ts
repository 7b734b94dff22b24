import type { PoolClient } from "pg";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { AppError } from "@/workflows/errors/app-error";
import type { GivenAnswer, InterruptAnswer, RunEvent } from "@/workflows/events/event";
import { combineVotes } from "@/workflows/nodes/combine-votes";
import { toJsonb } from "../events/jsonb";
import type { Answerer } from "../pauses/answerer";
import { goOn, lockRun } from "../pauses/go-on";
import { type Standing, type StoredVote, standingSchema } from "../pauses/standing";
import { appendInTransaction, type RunContext } from "./context";

interface Given {
  pause: InterruptSummary;
  answer: GivenAnswer;
  who: Answerer;
  /** Asked again under the lock: two may have been at it. */
  refusal: (standing: Standing) => AppError | undefined;
}

/** What became of an answer: events to publish, and whether the run has a place to go on. */
export interface StoredAnswer {
  events: RunEvent[];
  admitted: boolean;
}

/**
 * Puts an answer on record and, where it decides, lets the run go on. The run's row is locked first, as everywhere, so
 * that its slice's end waits; whoever comes second finds what the first left.
 * @returns null: the pause was answered or withdrawn meanwhile
 */
export async function storeAnswer(
  context: RunContext,
  connection: PoolClient,
  { pause, answer, who, refusal }: Given,
): Promise<StoredAnswer | null> {
  const run = await lockRun(connection, pause.runId);
  const { rows } = await connection.query(
    "select assignees, votes from interrupts where id = $1 and status = 'waiting' for update",
    [pause.id],
  );
  if (rows.length === 0) return null;
  const standing = standingSchema.parse(rows[0]);
  const problem = refusal(standing);
  if (problem) throw problem;
  const at = new Date(context.clock.now()).toISOString();
  const votes: StoredVote[] = [...standing.votes, { voter: who.id, vote: { ...answer, by: who.name, at } }];
  const combined = combineVotes(
    pause.payload,
    votes.map(({ vote }) => vote),
  );
  if (!combined) {
    await connection.query("update interrupts set votes = $2 where id = $1", [pause.id, toJsonb(votes)]);
    return { events: [], admitted: true };
  }
  const by = [...new Set(votes.flatMap(({ vote }) => vote.by ?? []))].join(", ");
  const interruptId = await decide(connection, pause.id, { votes, combined, by, userId: who.userId });
  const events = await appendInTransaction(context, connection, pause.runId, [
    {
      ts: context.clock.now(),
      ns: [],
      type: "interrupt.answered",
      data: { interruptId, answer: combined, ...(by && { by }) },
    },
  ]);
  return { events, admitted: run === undefined || (await goOn(context, connection, pause.runId, run)) };
}

interface Decided {
  votes: StoredVote[];
  combined: InterruptAnswer;
  by: string;
  userId: string | null;
}

async function decide(
  connection: PoolClient,
  id: string,
  { votes, combined, by, userId }: Decided,
): Promise<string> {
  const { rows } = await connection.query(
    `update interrupts set status = 'answered', votes = $2, answer = $3, answered_by = $4, answered_by_name = $5,
       answered_at = now()
     where id = $1 returning langgraph_id as "langgraphId"`,
    [id, toJsonb(votes), toJsonb(combined), userId, by || null],
  );
  return String(rows[0]?.langgraphId);
}
