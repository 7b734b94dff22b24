import type { AgentCall, AgentGateway, ChildWaits } from "@/workflows/runtime/ports";
import { awaitRun } from "../service/await-run";
import { stopRun } from "../service/cancel-run";
import type { RunContext } from "../service/context";
import { goesOnElsewhere } from "../work/stop-reason";
import { type Child, endOf, findChild, usedBy } from "./child";
import { childIdOf, startChild } from "./start-child";

/** Runs `wait` while the waiting run's place is lent to others. */
export type Lend = <Value>(wait: () => Promise<Value>) => Promise<Value>;

export interface CallOptions {
  workspaceId: string;
  lend: Lend;
  /** How long a caller holds on to its process for a called run. */
  patienceMs: number;
}

/**
 * Published agents of a workspace, called from the nodes and tools of others: each call is a run of its own, below the
 * calling run. A caller waits a short while; then, or once the called run pauses, it is told to pause, too.
 */
export function agentGateway(context: RunContext, options: CallOptions): AgentGateway {
  return {
    call: async (call) => {
      const child = await findOrStart(context, options, call);
      const { id, agentId, agentName, version } = child;
      call.report({ type: "child.started", data: { runId: id, agentId, agentName, version } });
      if (child.isOver) return settle(context, call, child);
      await options.lend(() => hold(context, options, child, call));
      return settle(context, call, await childOf(context, call, id));
    },
  };
}

async function findOrStart(context: RunContext, options: CallOptions, call: AgentCall): Promise<Child> {
  const id = childIdOf(call);
  const known = await findChild(context.pool, id, call.timeoutMs);
  if (known) return known;
  await startChild(context, options.workspaceId, call);
  return childOf(context, call, id);
}

async function childOf({ pool }: RunContext, call: AgentCall, id: string): Promise<Child> {
  const child = await findChild(pool, id, call.timeoutMs);
  if (!child) throw new Error(`The called run ${id} is gone`);
  return child;
}

/** Until the called run ends or pauses, or the caller's patience is over. */
async function hold(
  context: RunContext,
  { patienceMs }: CallOptions,
  child: Child,
  { signal }: AgentCall,
): Promise<void> {
  const over = new AbortController();
  const callOff = context.clock.after(Math.min(patienceMs, child.remainingMs ?? patienceMs), () =>
    over.abort(),
  );
  try {
    await awaitRun(context, child.id, { until: "pause", signal: AbortSignal.any([signal, over.signal]) });
  } catch (error) {
    if (signal.aborted && !goesOnElsewhere(signal.reason)) await stopRun(context, child.id, undefined);
    if (signal.aborted || !over.signal.aborted) throw error;
  } finally {
    callOff();
  }
}

async function settle(context: RunContext, call: AgentCall, child: Child): ReturnType<AgentGateway["call"]> {
  const { id } = child;
  if (!child.isOver && child.remainingMs !== null && child.remainingMs <= 0) {
    await stopRun(context, id, undefined);
    return settle(context, call, await childOf(context, call, id));
  }
  if (!child.isOver) return waits(child);
  const end = endOf(child);
  const { problem, status } = end;
  const used = await usedBy(context.pool, id);
  call.report({
    type: "child.ended",
    data: { runId: id, status, used, ...(problem ? { problem } : { output: end.output }) },
  });
  if (end.error) throw end.error;
  return { runId: id, output: end.output };
}

function waits({ id, agentName, deadline }: Child): ChildWaits {
  return { runId: id, agentName, ...(deadline !== null && { deadline }) };
}
