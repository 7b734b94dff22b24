import type { Command, LangGraphRunnableConfig, NodeError } from "@langchain/langgraph";
import { Overwrite } from "@langchain/langgraph";
import { AppError, isAppError, recalled } from "@/workflows/errors/app-error";
import { type Failure, failureName, isFailure } from "@/workflows/expressions/failure";
import type { EachOptions, NodeContext, NodeResult, NodeRun, State } from "@/workflows/nodes/execute";
import { errorPort, outPort } from "@/workflows/nodes/ports";
import { usesIn } from "@/workflows/prompts/prompt-use";
import { duringVisit } from "@/workflows/recording/current-visit.server";
import { duringSpan } from "@/workflows/telemetry/current-span.server";
import type { RunEach } from "./fan-out.server";
import type { RunInside } from "./inside.server";
import { type Leaving, leave, putOff } from "./leave.server";
import { identifyMessages } from "./message-ids.server";
import { nodeProblem, runProblem, timeoutProblem } from "./node-problem.server";
import { settleOutcome } from "./outcome.server";
import { plainValues } from "./output.server";
import type { GraphPlan, PlanNode } from "./plan-types";
import { notesOf, type RunNotes, runNotesChannel } from "./run-notes.server";
import { bindingOf, contextOf, emitInterrupts, type Visit, visitOf, willRetry } from "./visit.server";
import type { Wiring } from "./wiring";
import { writable } from "./write.server";

/** State as LangGraph hands it to a node: the document's channels and our notes. */
export type GraphState = Record<string, unknown> & { [runNotesChannel]?: RunNotes };

export type GraphNode = (
  state: GraphState,
  config: LangGraphRunnableConfig,
) => Promise<Record<string, unknown> | Command>;

/** What a node's type says of its config. */
export interface NodeTraits {
  reads: readonly string[];
  writes: readonly string[];
  /** Running it twice has the effect of running it once. */
  idempotent: boolean;
  /** It computes from the state alone. */
  isLocal: boolean;
}

/** How a node runs the graph inside it: once, or for each entry of a list. */
export interface Inside {
  once: RunInside;
  each: RunEach;
}

/** A node as LangGraph calls it: runs it, reports what happened, and says where to go on. */
export function graphNode(
  wiring: Wiring,
  planNode: PlanNode,
  { reads, writes, idempotent, isLocal }: NodeTraits,
  run: NodeRun,
  inside?: Inside,
): GraphNode {
  const settle = (context: NodeContext, state: State, visit: Visit) =>
    settleOutcome(planNode, writes, state, visit, context);
  return async (graphState, config) => {
    const { [runNotesChannel]: allNotes, ...channels } = graphState;
    const notes = notesOf(allNotes, bindingOf(config).runId);
    const state = withFailure(wiring.plan, channels, notes);
    const later = putOff(wiring, planNode, notes);
    if (later) return later;
    const visit = visitOf(planNode, config.executionInfo?.taskId ?? "", config);
    if (!isLocal) await visit.binding.stored();
    visit.emit({
      type: "node.started",
      data: {
        spanId: visit.spanId,
        ...(visit.binding.parentSpanId && { parentSpanId: visit.binding.parentSpanId }),
        taskId: visit.taskId,
        input: plainValues(reads, state),
      },
    });
    const within = () => {
      if (!inside) throw new Error(`There is no graph inside “${planNode.address}”.`);
      return inside;
    };
    const below = {
      runInside: async (given: State) => within().once(given, visit, config, notes.failure),
      runEach: async (each: EachOptions) => within().each(each, visit, config, notes.failure),
    };
    const stopWatching = watchTimeout(planNode, visit, config.signal);
    try {
      const context = contextOf(wiring.plan, planNode, visit, config, below);
      const settled = planNode.pin ?? (idempotent ? undefined : await settle(context, state, visit));
      if (!settled) tellPrompts(planNode, context);
      const result: NodeResult =
        settled ??
        (await duringSpan(visit.spanId, () => duringVisit(visit.recorder, async () => run(state, context))));
      const update = updateOf(wiring.plan, result);
      if (visit.recorder) identifyMessages(update, state, visit.recorder);
      const left = leave(wiring, planNode, result.port ?? outPort.name, update, notes, result.failure);
      emitFinished(visit, left, { ...result.update, ...result.overwrite }, planNode.pin !== undefined);
      return left.result;
    } catch (error) {
      if (!inside) emitInterrupts(visit, error);
      const problem = nodeProblem(error, planNode.address, planNode.node);
      if (isAppError(problem) && !config.signal?.aborted) emitFailed(planNode, visit, problem);
      throw problem;
    } finally {
      stopWatching();
    }
  };
}

/** The trace says which texts of the library the node was given. */
function tellPrompts({ node }: PlanNode, context: NodeContext): void {
  for (const { use } of usesIn(node.config)) {
    if (use.filled !== undefined)
      context.log("info", `Prompt “${use.name}”, version ${use.filled} of the library.`);
  }
}

/**
 * Takes the error port once LangGraph has given up on the node. A used-up loop is no failure of the node; it goes on
 * as a new error, because LangGraph takes the one it gave us for handled.
 */
export function errorRoute(wiring: Wiring, planNode: PlanNode) {
  return async (
    graphState: GraphState,
    failure: NodeError,
    config: LangGraphRunnableConfig = {},
  ): Promise<Record<string, unknown> | Command> => {
    const error = recalled(failure.error);
    if (isAppError(error) && error.code === "loop_cap_reached") {
      throw new AppError(error.code, error.message, error.details, { cause: error });
    }
    const visit = visitOf(planNode, failedTask(planNode, config), config);
    const notes = notesOf(graphState[runNotesChannel], visit.binding.runId);
    const left = leave(wiring, planNode, errorPort.name, {}, notes, failureOf(planNode, error));
    emitFinished(visit, left, {}, false);
    return left.result;
  };
}

/** What expressions see: the channels, and why an earlier node of the run left by its error port. */
function withFailure(
  plan: GraphPlan,
  channels: Record<string, unknown>,
  { failure }: RunNotes,
): Record<string, unknown> {
  return failure && isFailure(failureName, plan.channels)
    ? { ...channels, [failureName]: failure }
    : channels;
}

function failureOf({ address, node }: PlanNode, error: unknown): Failure {
  const { code, message } = runProblem(nodeProblem(error, address, node));
  return { node: node.title, code, message };
}

/** LangGraph runs the handler inside the failed task's name space, `node:task|handler:task`. */
function failedTask(planNode: PlanNode, config: LangGraphRunnableConfig): string {
  const namespace: unknown = config.configurable?.checkpoint_ns;
  const segments = typeof namespace === "string" ? namespace.split("|") : [];
  const own = segments.find((segment) => segment.startsWith(`${planNode.name}:`));
  return own?.slice(planNode.name.length + 1) ?? "";
}

function updateOf(plan: GraphPlan, result: NodeResult): Record<string, unknown> {
  const entries = Object.entries(result.update ?? {}).filter(([, value]) => value !== undefined);
  const written = entries.map(([name, value]) => [name, writable(plan.channels, name, value)]);
  const replaced = Object.entries(result.overwrite ?? {}).map(([name, given]) => {
    const value = writable(plan.channels, name, given);
    return [name, plan.channels[name]?.reducer === "replace" ? value : new Overwrite(value)];
  });
  return Object.fromEntries([...written, ...replaced]);
}

function emitFinished(visit: Visit, left: Leaving, update: Record<string, unknown>, pinned: boolean): void {
  const { port, edgeIds } = left;
  const data = { spanId: visit.spanId, port, edgeIds, update: plainValues(Object.keys(update), update) };
  visit.emit({ type: "node.finished", data: pinned ? { ...data, pinned } : data });
}

function emitFailed(planNode: PlanNode, visit: Visit, error: unknown): void {
  visit.emit({
    type: "node.failed",
    data: {
      spanId: visit.spanId,
      problem: runProblem(error),
      attempt: visit.attempt,
      willRetry: willRetry(planNode, visit, error),
    },
  });
}

/** LangGraph's clock starts before the node does: on a busy machine by this much. */
const lateStartMs = 50;

/** LangGraph ends an attempt at its time limit from outside; all the node sees is its signal. */
function watchTimeout(planNode: PlanNode, visit: Visit, signal: AbortSignal | undefined): () => void {
  const { timeoutMs } = planNode.node.policy;
  if (timeoutMs === undefined || !signal) return () => {};
  const start = performance.now();
  const onAbort = () => {
    if (performance.now() - start < timeoutMs - Math.min(lateStartMs, timeoutMs / 4)) return;
    emitFailed(planNode, visit, timeoutProblem(planNode.address, planNode.node));
  };
  signal.addEventListener("abort", onAbort, { once: true });
  return () => signal.removeEventListener("abort", onAbort);
}
