import type { PublishedAgent } from "@/lib/agents/published";
import type { InterruptSummary, RunSummary } from "@/lib/api/contract/runs";
import { type Actor, may } from "@/lib/auth/actor";
import type { RunService } from "@/lib/runs/service/run-service";
import type { ThreadSummary } from "@/lib/runs/service/threads";
import { interruptNotFound, runNotFound, threadNotFound } from "@/lib/runs/service/visibility";
import { AppError, isAppError } from "@/workflows/errors/app-error";

/** Somebody talking to an agent. */
export interface Talker {
  agent: PublishedAgent;
  actor: Actor;
}

/**
 * A conversation of this person with this agent. Reading all runs of a workspace, as most members may, does not
 * make somebody else's conversation theirs.
 * @throws AppError not_found
 */
export async function ownThread(runs: RunService, talker: Talker, threadId: string): Promise<ThreadSummary> {
  const thread = await runs.thread(talker.actor, talker.agent.id, threadId);
  if (thread.source !== "chat") throw threadNotFound();
  return thread;
}

/** A turn of such a conversation. @throws AppError not_found */
export async function ownTurn(runs: RunService, talker: Talker, runId: string): Promise<RunSummary> {
  const run = await runs.get(talker.actor, runId);
  await requireOwnThread(runs, talker, run.threadId, runNotFound());
  return run;
}

/**
 * A pause of such a conversation that this person may answer.
 * @throws AppError not_found, forbidden
 */
export async function ownPause(runs: RunService, talker: Talker, id: string): Promise<InterruptSummary> {
  if (!may(talker.actor, "interrupt.answer") && !(await isOwnCall(runs, talker, id))) {
    throw new AppError("forbidden", "Somebody else decides this; the conversation goes on when they have.");
  }
  const pause = await runs.interrupt(talker.actor, id);
  await requireOwnThread(runs, talker, pause.threadId, interruptNotFound());
  return pause;
}

/** Whether it is for the caller to do: whoever decides nothing may still send what came of a tool that is theirs. */
async function isOwnCall(runs: RunService, { actor }: Talker, id: string): Promise<boolean> {
  try {
    return (await runs.interrupt(actor, id)).payload.kind === "client";
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return false;
    throw error;
  }
}

/** A run that a program started on this agent. @throws AppError not_found */
export async function ownCall(runs: RunService, talker: Talker, runId: string): Promise<RunSummary> {
  const run = await runs.get(talker.actor, runId);
  if (run.agentId !== talker.agent.id || run.source !== "api") throw runNotFound();
  return run;
}

/** @param otherwise the same words as for a run or pause that does not exist */
async function requireOwnThread(
  runs: RunService,
  talker: Talker,
  threadId: string,
  otherwise: AppError,
): Promise<void> {
  try {
    await ownThread(runs, talker, threadId);
  } catch (error) {
    throw isAppError(error) && error.code === "not_found" ? otherwise : error;
  }
}
