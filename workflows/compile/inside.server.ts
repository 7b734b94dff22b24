import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { AppError } from "@/workflows/errors/app-error";
import type { Failure } from "@/workflows/expressions/failure";
import type { Durability } from "@/workflows/graph/document";
import { initialOf } from "@/workflows/graph/initial-value";
import { own } from "@/workflows/graph/record";
import type { InsideEnd, State } from "@/workflows/nodes/execute";
import { optionsInside } from "./inside-options.server";
import type { GraphPlan } from "./plan-types";
import { runError } from "./run-error.server";
import { notesOf, type RunNote, type RunNotes, runNotesChannel } from "./run-notes.server";
import type { Visit } from "./visit.server";
import { writable } from "./write.server";

/** Runs the graph inside a node, as part of one visit of that node. `failure`: what the run remembers so far. */
export type RunInside = (
  given: State,
  visit: Pick<Visit, "binding" | "spanId">,
  config: LangGraphRunnableConfig,
  failure: Failure | undefined,
) => Promise<InsideEnd>;

/** What is needed of the compiled graph inside. */
interface InsideGraph {
  invoke(
    input: Record<string, unknown>,
    config: LangGraphRunnableConfig,
  ): Promise<(State & { [runNotesChannel]?: RunNotes }) | undefined>;
}

/**
 * A compiled graph inside a node, run in LangGraph's checkpoint namespace of the node's visit
 * (docs/decisions/062-subgraphs.md). LangGraph itself knows whether a visit is new or goes on after a pause or a crash;
 * in that case it does not look at the input.
 * @param durability of the graph around it: what is stored inside is of use only as long as the visit is known
 */
export function insideOf(plan: GraphPlan, graph: InsideGraph, durability: Durability): RunInside {
  return async (given, visit, config, failure) => {
    const { runId } = visit.binding;
    const options = optionsInside(visit, config, {
      recursionLimit: plan.settings.recursionLimit,
      durability,
    });
    try {
      const state = firstState(plan, given, runId, failure);
      const { [runNotesChannel]: notes, ...values } = (await graph.invoke(state, options)) ?? untouched(plan);
      const last = notesOf(notes, runId).failure;
      return { values, failure: last === failure ? undefined : last };
    } catch (error) {
      throw runError(error, plan);
    }
  };
}

/** LangGraph has nothing to tell of a graph in which nothing was written. */
function untouched({ channels }: GraphPlan): State & { [runNotesChannel]?: RunNotes } {
  return Object.fromEntries(Object.entries(channels).map(([name, channel]) => [name, initialOf(channel)]));
}

/** @throws AppError invalid_input, output_invalid */
function firstState(
  plan: GraphPlan,
  given: State,
  runId: string,
  failure: Failure | undefined,
): Record<string, unknown> {
  const missing = plan.inputs.find(
    ({ channel, required }) => required && (own(given, channel) ?? null) === null,
  );
  if (missing) {
    throw new AppError(
      "invalid_input",
      `The graph inside needs a value for its channel “${missing.channel}”.`,
      {
        channel: missing.channel,
        hint: "Map a channel to it that has a value by then.",
      },
    );
  }
  const state = Object.entries(given).map(([name, value]) => [name, writable(plan.channels, name, value)]);
  const note: RunNote = { runId, edgeIds: [], reached: [], ran: [], failure };
  return { ...Object.fromEntries(state), ...(failure ? { [runNotesChannel]: note } : {}) };
}
