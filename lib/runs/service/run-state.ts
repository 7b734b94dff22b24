import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import { noLongerKept } from "../checkpoint/copy-state";
import type { RunContext } from "./context";
import { graphOfRun } from "./run-graph";

/**
 * Channel values after a superstep of this run, as plain data.
 * @throws AppError not_found
 */
export async function stateAt(
  context: RunContext,
  actor: Actor,
  runId: string,
  checkpointId: string,
): Promise<{ values: JsonObject; next: string[] }> {
  const { run, agent } = await graphOfRun(context, actor, runId);
  const next = await stepsAfter(context, runId, checkpointId);
  const tuple = await context.saver.getTuple({
    configurable: { thread_id: run.threadId, checkpoint_ns: "", checkpoint_id: checkpointId },
  });
  if (!tuple && run.statesDeletedAt) throw noLongerKept();
  if (!next || !tuple) throw new AppError("not_found", "This run has no such step.");
  return { values: agent.plainState(tuple.checkpoint.channel_values), next };
}

/** Only checkpoints that this run reported: its thread may hold those of other runs. */
async function stepsAfter(
  { pool }: RunContext,
  runId: string,
  checkpointId: string,
): Promise<string[] | undefined> {
  const { rows } = await pool.query(
    `select data->'next' as next from run_events
     where run_id = $1 and type = 'checkpoint.saved' and data->>'checkpointId' = $2 limit 1`,
    [runId, checkpointId],
  );
  const next: unknown = rows[0]?.next;
  return Array.isArray(next) ? next.map(String) : undefined;
}
