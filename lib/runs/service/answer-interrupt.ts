import { eq } from "drizzle-orm";
import type { PoolClient } from "pg";
import { runs } from "@/drizzle/schema";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import type { InterruptAnswer, RunEvent } from "@/workflows/events/event";
import { graphInside } from "@/workflows/graph/inside";
import { splitAddress } from "@/workflows/graph/node-address";
import { answerProblem } from "@/workflows/nodes/check-answer";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { toJsonb } from "../events/jsonb";
import { goOn, lockRun } from "../pauses/go-on";
import { inTransaction } from "../transaction";
import { nameOf } from "./actor-name";
import { appendInTransaction, type RunContext } from "./context";
import { graphSource } from "./graph-source";
import { getInterrupt } from "./read-interrupts";

/**
 * Answers a pause; of several who try at once, one wins. The run goes on at once, or after the step that still
 * runs beside the pause.
 * @throws AppError not_found, invalid_input (field), already_answered (data: the interrupt), conflict: withdrawn
 */
export async function answerInterrupt(
  context: RunContext,
  actor: Actor,
  id: string,
  answer: InterruptAnswer,
): Promise<InterruptSummary> {
  const pause = await getInterrupt(context.db, actor, id);
  if (pause.status !== "waiting") throw tooLate(pause);
  const run = await check(context, pause, answer);
  const stored = await inTransaction(context.pool, (connection) =>
    store(context, connection, actor, pause, answer),
  );
  const after = await getInterrupt(context.db, actor, id);
  if (!stored) throw tooLate(after);
  context.hub.publish(stored.events);
  if (!stored.admitted) context.releases.request(run.workspaceId);
  context.bus.inboxChanged({ workspaceId: run.workspaceId, runId: pause.runId });
  return after;
}

/** Against the graph as it ran: a resumed node that met a wrong answer would have to fail. */
async function check(context: RunContext, pause: InterruptSummary, answer: InterruptAnswer) {
  const [run] = await context.db.select().from(runs).where(eq(runs.id, pause.runId));
  if (!run) throw new Error(`Interrupt ${pause.id} has no run`);
  const { document } = await context.agents.get(graphSource(context.db, run));
  const { within } = splitAddress(pause.nodeId);
  const graph = graphInside(document, within, nodeDefinitions);
  const problem = answerProblem(pause.payload, answer, graph?.channels ?? {});
  if (problem) throw new AppError("invalid_input", problem.message, { field: problem.field });
  return run;
}

/** null: somebody else was faster. The run's row is locked first, as everywhere, so that its slice's end waits. */
async function store(
  context: RunContext,
  connection: PoolClient,
  actor: Actor,
  { id, runId }: InterruptSummary,
  answer: InterruptAnswer,
): Promise<{ events: RunEvent[]; admitted: boolean } | null> {
  const run = await lockRun(connection, runId);
  const won = await connection.query(
    `update interrupts set status = 'answered', answer = $2, answered_by = $3, answered_by_name = $4,
       answered_at = now()
     where id = $1 and status = 'waiting' returning langgraph_id`,
    [id, toJsonb(answer), actor.kind === "member" ? actor.userId : null, nameOf(actor) ?? null],
  );
  const interruptId: unknown = won.rows[0]?.langgraph_id;
  if (typeof interruptId !== "string") return null;
  const by = nameOf(actor);
  const events = await appendInTransaction(context, connection, runId, [
    {
      ts: context.clock.now(),
      ns: [],
      type: "interrupt.answered",
      data: { interruptId, answer, ...(by && { by }) },
    },
  ]);
  return { events, admitted: run === undefined || (await goOn(context, connection, runId, run)) };
}

function tooLate(pause: InterruptSummary): AppError {
  if (pause.status === "withdrawn") {
    return new AppError("conflict", "This approval is no longer needed: its run has ended.", { data: pause });
  }
  const by = pause.answeredBy ?? "Somebody";
  const at = pause.answeredAt ? ` at ${pause.answeredAt}` : "";
  return new AppError("already_answered", `${by} has already answered this${at}.`, { data: pause });
}
