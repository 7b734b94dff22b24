import { Command, MemorySaver } from "@langchain/langgraph";
import type { EventBody, InterruptAnswer } from "@/workflows/events/event";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { NodeServices } from "@/workflows/runtime/ports";
import { fakeServices } from "@/workflows/testing/fake-services";
import { buildGraph } from "../build.server";
import { inputToState } from "../input.server";
import { outputOf, plainState } from "../output.server";
import { type PlanOptions, plan as planOf } from "../plan";
import { type RunBinding, runBindingKey } from "../run-binding";
import { runError } from "../run-error.server";

export type Recorded = EventBody & { node?: string; visit?: number };

/** Runs a document the way the product does, in memory, and keeps what it reported. */
export function drive(
  document: GraphDocument,
  services: Partial<NodeServices> = {},
  options: PlanOptions = {},
) {
  const plan = planOf(document, nodeDefinitions, options);
  const saver = new MemorySaver();
  const graph = buildGraph(plan, fakeServices(services), saver);
  const events: Recorded[] = [];
  const tasks = new Map<string, string[]>();
  let runId = "run_1";
  let sliceStart = 0;
  const binding = (): RunBinding => ({
    runId,
    threadId: "thread_1",
    depth: 0,
    emit: (body, place) => events.push({ ...body, ...place }),
    visitOf: (nodeId, taskId) => {
      const seen = tasks.get(`${runId}:${nodeId}`) ?? [];
      if (!seen.includes(taskId)) seen.push(taskId);
      tasks.set(`${runId}:${nodeId}`, seen);
      return seen.indexOf(taskId) + 1;
    },
    doubtsOf: () => 0,
    stored: () => undefined,
    secure: async () => {},
  });
  const config = (signal?: AbortSignal) => ({
    configurable: { thread_id: "thread_1", [runBindingKey]: binding() },
    recursionLimit: plan.settings.recursionLimit,
    signal,
  });

  async function invoke(input: object | null, signal?: AbortSignal): Promise<JsonObject> {
    sliceStart = events.length;
    try {
      await graph.invoke(input, config(signal));
    } catch (error) {
      throw runError(error, plan);
    }
    return state();
  }

  async function state(): Promise<JsonObject> {
    return plainState(plan, (await graph.getState(config())).values);
  }

  return {
    plan,
    graph,
    events,
    config,
    /** A new run on the same thread. */
    run: (input: JsonObject = {}, signal?: AbortSignal) => invoke(inputToState(plan, input), signal),
    nextRun: (id: string) => {
      runId = id;
    },
    /** Answers pauses by their ids. */
    answer: (answers: Record<string, InterruptAnswer>) => invoke(new Command({ resume: answers })),
    /** Takes up a run that stopped in the middle. */
    goOn: () => invoke(null),
    state,
    output: async () => outputOf(plan, (await graph.getState(config())).values),
    /**
     * Open pauses: those of the last slice, for every slice runs each unanswered one again. `getState` would not do: it
     * lists an answered pause until its superstep ends.
     */
    pauses: () =>
      events
        .slice(sliceStart)
        .flatMap((event) =>
          event.type === "node.interrupted" ? [{ node: event.node, id: event.data.interruptId }] : [],
        ),
    finished: () => events.flatMap((event) => (event.type === "node.finished" ? [event] : [])),
    ofType: <Type extends EventBody["type"]>(type: Type) =>
      events.filter((event): event is Extract<Recorded, { type: Type }> => event.type === type),
  };
}
