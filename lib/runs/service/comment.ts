import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { WorkspaceActor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import { toJsonb } from "../events/jsonb";
import { tooLate } from "./answer-interrupt";
import type { RunContext } from "./context";
import { getInterrupt } from "./read-interrupts";

const mostComments = 200;

/**
 * Says something about a pause while it waits; the run does not hear of it.
 * @throws AppError not_found, already_answered, conflict: withdrawn, too_large
 */
export async function comment(
  context: RunContext,
  actor: WorkspaceActor,
  id: string,
  text: string,
): Promise<InterruptSummary> {
  const pause = await getInterrupt(context.db, actor, id);
  if (pause.status !== "waiting") throw tooLate(pause);
  const said = { by: actor.name, at: new Date(context.clock.now()).toISOString(), text };
  const { rowCount } = await context.pool.query(
    `update interrupts set comments = comments || $2::jsonb
     where id = $1 and status = 'waiting' and jsonb_array_length(comments) < ${mostComments}`,
    [id, toJsonb([said])],
  );
  const after = await getInterrupt(context.db, actor, id);
  if (rowCount === 1) {
    context.bus.inboxChanged({ workspaceId: actor.workspaceId, runId: pause.runId });
    return after;
  }
  if (after.status !== "waiting") throw tooLate(after);
  throw new AppError("too_large", `A pause takes up to ${mostComments} comments.`);
}
