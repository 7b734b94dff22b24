import { eq } from "drizzle-orm";
import type { PoolClient } from "pg";
import { runs } from "@/drizzle/schema";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import type { GivenAnswer, RunEvent } from "@/workflows/events/event";
import { graphInside } from "@/workflows/graph/inside";
import { splitAddress } from "@/workflows/graph/node-address";
import { answerProblem } from "@/workflows/nodes/check-answer";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { type Answerer, answererOf, pauseKind, refusal } from "../pauses/answerer";
import { inTransaction } from "../transaction";
import type { RunContext } from "./context";
import { graphSource } from "./graph-source";
import { getInterrupt } from "./read-interrupts";
import { storeAnswer } from "./store-answer";

/**
 * Answers a pause; of several who try at once, one wins where one is asked. The run goes on at once, or after the step
 * that still runs beside the pause; where several are asked, when enough of them have answered.
 * @throws AppError not_found, invalid_input (field), forbidden: it is for others, already_answered (data: the
 *   interrupt), conflict: withdrawn, or answered by the same person before
 */
export async function answerInterrupt(
  context: RunContext,
  actor: Actor,
  id: string,
  answer: GivenAnswer,
): Promise<InterruptSummary> {
  const read = () => getInterrupt(context.db, actor, id);
  return answerAs(context, await answererOf(context.db, actor), await read(), answer, { read });
}

interface AnswerOptions {
  /** The pause as it stands afterwards. */
  read: () => Promise<InterruptSummary>;
  /** Done in the same transaction, before the answer counts; where it throws, the answer does not. */
  first?: (connection: PoolClient) => Promise<void>;
}

/** The same for somebody who is no actor of the workspace. */
export async function answerAs(
  context: RunContext,
  who: Answerer,
  pause: InterruptSummary,
  answer: GivenAnswer,
  { read, first }: AnswerOptions,
): Promise<InterruptSummary> {
  if (pause.status !== "waiting") throw tooLate(pause);
  const run = await check(context, pause, answer);
  const stored = await inTransaction(context.pool, async (connection) => {
    await first?.(connection);
    return storeAnswer(context, connection, {
      pause,
      answer,
      who,
      refusal: (now) => refusal(who, now, pauseKind(pause)),
    });
  });
  const after = await read();
  if (!stored) throw tooLate(after);
  publish(context, run.workspaceId, pause.runId, stored);
  return after;
}

function publish(
  context: RunContext,
  workspaceId: string,
  runId: string,
  { events, admitted }: { events: RunEvent[]; admitted: boolean },
): void {
  context.hub.publish(events);
  if (!admitted) context.releases.request(workspaceId);
  context.bus.inboxChanged({ workspaceId, runId });
}

/** Against the graph as it ran: a resumed node that met a wrong answer would have to fail. */
async function check(context: RunContext, pause: InterruptSummary, answer: GivenAnswer) {
  const [run] = await context.db.select().from(runs).where(eq(runs.id, pause.runId));
  if (!run) throw new Error(`Interrupt ${pause.id} has no run`);
  const { document } = await context.agents.get(graphSource(context.db, run));
  const { within } = splitAddress(pause.nodeId);
  const graph = graphInside(document, within, nodeDefinitions);
  const problem = answerProblem(pause.payload, answer, graph?.channels ?? {});
  if (problem) throw new AppError("invalid_input", problem.message, { field: problem.field });
  return run;
}

/** Why a pause takes no answer any more. */
export function tooLate(pause: InterruptSummary): AppError {
  if (pause.status === "withdrawn") {
    return new AppError("conflict", "This approval is no longer needed: its run has ended.", { data: pause });
  }
  const by = pause.answeredBy ?? "Somebody";
  const at = pause.answeredAt ? ` at ${pause.answeredAt}` : "";
  return new AppError("already_answered", `${by} has already answered this${at}.`, { data: pause });
}
