import type { Actor } from "@/lib/auth/actor";
import type { JsonObject } from "@/workflows/graph/json";
import type { RunContext } from "../service/context";
import { graphOfRun } from "../service/run-graph";
import { stateOfOrigin } from "./state-of-origin";

/**
 * Channel values that a run found when it began, as plain data; undefined: none were there.
 * @throws AppError not_found; conflict: they are no longer kept
 */
export async function stateBeforeRun(
  context: RunContext,
  actor: Actor,
  runId: string,
): Promise<JsonObject | undefined> {
  const { run, agent } = await graphOfRun(context, actor, runId);
  const from = await stateOfOrigin(context.pool, run);
  if (!from) return undefined;
  const tuple = await context.saver.getTuple({
    configurable: { thread_id: from.threadId, checkpoint_ns: "", checkpoint_id: from.checkpointId },
  });
  return tuple && agent.plainState(tuple.checkpoint.channel_values);
}
