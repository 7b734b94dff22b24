import type { CompiledAgent, RunnableGraph } from "@/workflows/runtime/graph";
import { editedState } from "./edit-state.server";
import { inputToState } from "./input.server";
import { nodeName } from "./node-name";
import { outputOf, plainState } from "./output.server";
import type { GraphPlan } from "./plan-types";
import { runError } from "./run-error.server";
import { stateAfter } from "./state-before.server";

/** A plan that was built, with all that the runtime asks of it. */
export function compiledAgent(plan: GraphPlan, graph: RunnableGraph): CompiledAgent {
  return {
    graph,
    recursionLimit: plan.settings.recursionLimit,
    timeoutMs: plan.settings.timeoutMs,
    durability: plan.settings.durability ?? "sync",
    isRecorded: plan.settings.recording !== "off",
    toState: (input) => inputToState(plan, input),
    stateAfter: (before, input) => stateAfter(plan, before, input),
    editState: (values, edits, runId) => editedState(plan, values, edits, runId),
    nameOf: (nodeId) => nodeName(nodeId, plan.channels),
    explain: (error) => runError(error, plan),
    plainState: (values) => plainState(plan, values),
    outputOf: (values) => outputOf(plan, values),
  };
}
