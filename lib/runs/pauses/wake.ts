import type { RunContext } from "../service/context";
import { inTransaction } from "../transaction";
import { goOn, lockRun } from "./go-on";
import { childIsOver, settleDue } from "./settle-due";

export type WakeContext = Pick<
  RunContext,
  "pool" | "queue" | "hub" | "bus" | "clock" | "processId" | "limits" | "releases"
>;

/** Pauses that fell due while nothing ran are taken in portions, so that a round stays short. */
const portion = 200;

/** Every second: runs whose time to wait is over go on. */
export async function wakeDue(context: WakeContext): Promise<void> {
  const { rows } = await context.pool.query({
    name: "due_pauses",
    text: `select run_id from interrupts where status = 'waiting' and wake_at <= now() order by wake_at limit ${portion}`,
  });
  await wakeEach(context, runIdsOf(rows));
}

/** A run has ended: those that wait for its end go on. */
export async function wakeCallers(context: WakeContext, childRunId: string): Promise<void> {
  const { rows } = await context.pool.query({
    name: "callers_of_run",
    text: "select run_id from interrupts where status = 'waiting' and child_run_id = $1",
    values: [childRunId],
  });
  await wakeEach(context, runIdsOf(rows));
}

/** Every few seconds: runs whose called run ended without their hearing of it. */
export async function wakeForgotten(context: WakeContext): Promise<void> {
  const { rows } = await context.pool.query({
    name: "forgotten_callers",
    text: `select run_id from interrupts
      where status = 'waiting' and child_run_id is not null and ${childIsOver("interrupts.child_run_id")}
      limit ${portion}`,
  });
  await wakeEach(context, runIdsOf(rows));
}

function runIdsOf(rows: readonly { run_id?: unknown }[]): string[] {
  return rows.map(({ run_id }) => String(run_id));
}

/** Lets those of the runs go on for which something is due. */
export async function wakeEach(context: WakeContext, runIds: readonly string[]): Promise<void> {
  for (const runId of new Set(runIds)) await wake(context, runId);
}

/** Of several processes that try at once, one finds something to answer. */
async function wake(context: WakeContext, runId: string): Promise<void> {
  const woken = await inTransaction(context.pool, async (connection) => {
    const run = await lockRun(connection, runId);
    const events = run ? await settleDue(context, connection, runId) : [];
    if (!run || events.length === 0) return undefined;
    return { run, events, admitted: await goOn(context, connection, runId, run) };
  });
  if (!woken) return;
  context.hub.publish(woken.events);
  context.bus.inboxChanged({ workspaceId: woken.run.workspaceId, runId });
  if (!woken.admitted) context.releases.request(woken.run.workspaceId);
}
