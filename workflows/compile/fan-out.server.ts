import {
  Annotation,
  GraphDrained,
  isGraphBubbleUp,
  type LangGraphRunnableConfig,
  Send,
  START,
  StateGraph,
} from "@langchain/langgraph";
import limitOf, { type LimitFunction } from "p-limit";
import { toPlainValue } from "@/workflows/events/plain-message.server";
import { itemId, visitPlace } from "@/workflows/events/visit-place";
import type { Failure } from "@/workflows/expressions/failure";
import type { Durability } from "@/workflows/graph/document";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import type { EachOptions, ItemEnd } from "@/workflows/nodes/execute";
import type { RunInside } from "./inside.server";
import { optionsInside } from "./inside-options.server";
import { nodeProblem, runProblem } from "./node-problem.server";
import type { GraphPlan, PlanNode } from "./plan-types";
import type { ItemScope } from "./run-binding";
import { runError } from "./run-error.server";
import { bindingOf, type Visit } from "./visit.server";

/** Runs the graph inside a node once for each entry, as part of one visit of that node. The ends come in their order. */
export type RunEach = (
  each: EachOptions,
  visit: Visit,
  config: LangGraphRunnableConfig,
  failure: Failure | undefined,
) => Promise<ItemEnd[]>;

/** Key under `config.configurable` of what the tasks of one visit share. */
const roundKey = "signalbox_round";

interface Round {
  each: EachOptions;
  visit: Visit;
  failure: Failure | undefined;
  limit: LimitFunction;
  /** What the first entry that failed threw, where that ends the node: those that wait for a place fail of it, too. */
  failed?: { error: unknown };
}

/** How many there are, and what each came to. */
const fanState = Annotation.Root({
  count: Annotation<number>,
  ends: Annotation<ItemEnd[], ItemEnd>({ reducer: (ends, end) => [...ends, end], default: () => [] }),
});

/**
 * Each entry is a task of LangGraph's own, sent there by `Send`: what it came to is stored as soon as it is there, and a
 * task whose result is stored never runs again (docs/decisions/065-fan-out.md). The tasks hold no more than an index:
 * the list is read again from the state that the visit began with. All are begun at once and wait for a place here,
 * because LangGraph takes one that an error stopped before its beginning for done, and with a limit of one ends after
 * the first.
 */
export function fanOutOf(
  plan: GraphPlan,
  planNode: PlanNode,
  runInside: RunInside,
  durability: Durability,
): RunEach {
  const fan = new StateGraph(fanState)
    .addNode(itemNode, async ({ index }: { index: number }, config: LangGraphRunnableConfig) => {
      const round = roundOf(config);
      return { ends: await round.limit(() => runItem(planNode, runInside, round, index, config)) };
    })
    .addConditionalEdges(START, ({ count }) =>
      Array.from({ length: count }, (_, index) => new Send(itemNode, { index })),
    )
    .compile();
  return async (each, visit, config, failure) => {
    if (each.items.length === 0) return [];
    const options = optionsInside(visit, config, { recursionLimit: fanSteps, durability });
    const round: Round = { each, visit, failure, limit: limitOf(each.places) };
    try {
      const last = await fan.invoke(
        { count: each.items.length },
        { ...options, configurable: { ...options.configurable, [roundKey]: round } },
      );
      return last.ends.toSorted((one, other) => one.index - other.index);
    } catch (error) {
      throw runError(error, plan);
    }
  };
}

const itemNode = "item";
/** Its beginning and the entries; the graph inside has a limit of its own. */
const fanSteps = 5;

async function runItem(
  planNode: PlanNode,
  runInside: RunInside,
  round: Round,
  index: number,
  config: LangGraphRunnableConfig,
): Promise<ItemEnd> {
  const { each, visit, failure } = round;
  if (round.failed) throw round.failed.error;
  config.signal?.throwIfAborted();
  // What still waits for a place is begun by the process that takes the run over.
  if (config.control?.drainRequested) throw new GraphDrained(config.control.drainReason);
  const item = each.items[index];
  if (!item) throw new Error(`The list has no entry ${index} any more.`);
  const scope: ItemScope = {
    id: itemId(planNode.address, visit.number, index),
    place: { of: planNode.node.title, index, count: each.items.length, label: item.label },
  };
  const spanId = visitPlace(visit.ns, scope.id);
  const span = { spanId, parentSpanId: visit.spanId };
  visit.emit({
    type: "item.started",
    data: { ...span, index, count: each.items.length, label: item.label },
  });
  try {
    const around = bindingOf(config);
    const binding = { ...around, items: [...(around.items ?? []), scope] };
    const { values } = await runInside(item.given, { binding, spanId }, config, failure);
    const value = plain(own(values, each.collect));
    visit.emit({ type: "item.finished", data: { ...span, output: value } });
    return { index, value };
  } catch (error) {
    if (isGraphBubbleUp(error instanceof Error ? error : undefined) || config.signal?.aborted) throw error;
    const problem = runProblem(nodeProblem(error, planNode.address, planNode.node));
    visit.emit({ type: "item.failed", data: { ...span, problem } });
    if (!each.keepsGoing) {
      round.failed ??= { error };
      throw error;
    }
    return { index, problem };
  }
}

/** Messages as plain data: inside a list they are entries like any other. */
function plain(value: unknown): Json {
  return jsonSchema.parse(toPlainValue(value) ?? null);
}

function roundOf(config: LangGraphRunnableConfig): Round {
  const round: unknown = config.configurable?.[roundKey];
  if (isRound(round)) return round;
  throw new Error("An entry of a list runs only as part of a visit.");
}

function isRound(value: unknown): value is Round {
  return typeof value === "object" && value !== null && "each" in value && "limit" in value;
}
