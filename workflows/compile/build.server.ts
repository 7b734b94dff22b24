import type { StateDefinition } from "@langchain/langgraph";
import { type BaseCheckpointSaver, END, START, StateGraph } from "@langchain/langgraph";
import type { Durability } from "@/workflows/graph/document";
import { definitionIn } from "@/workflows/nodes/ports";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { nodePreparers } from "@/workflows/nodes/registry.server";
import type { NodeServices } from "@/workflows/runtime/ports";
import { Backoff } from "./backoff";
import { channelsOf } from "./channels.server";
import { fanOutOf } from "./fan-out.server";
import { insideOf } from "./inside.server";
import { isPlain } from "./joins";
import { type GraphPlan, type PlanNode, planEnd } from "./plan-types";
import { errorRoute, type GraphNode, type GraphState, graphNode, type Inside } from "./run-node.server";
import { type Wiring, wiringOf } from "./wiring";

/**
 * The plan on LangGraph, ready for many runs at once. What a run needs of its own travels in
 * `config.configurable[runBindingKey]`; pass the plan's `recursionLimit` with it. Without a checkpointer it is a
 * subgraph: it uses that of the graph around it, in a namespace of its own.
 * @param durability of a subgraph: that of the graph around it
 */
export function buildGraph(
  plan: GraphPlan,
  services: NodeServices,
  checkpointer?: BaseCheckpointSaver,
  durability: Durability = plan.settings.durability ?? "sync",
) {
  const graph = new StateGraph<StateDefinition, GraphState, object, string>(
    channelsOf(plan, nodeDefinitions),
  );
  const names = new Map([
    [planEnd, END],
    ...plan.nodes.map((node): [string, string] => [node.id, node.name]),
  ]);
  const nameOf = (id: string) => names.get(id) ?? id;
  const wiring = wiringOf(plan);
  for (const planNode of plan.nodes) {
    const run = nodeFor(wiring, planNode, services, durability);
    graph.addNode(planNode.name, run, optionsOf(wiring, planNode, nameOf));
  }
  const joined = new Map(plan.joins.map((join) => [join.target, new Set(join.sources)]));
  for (const { target } of plan.entry) if (!joined.has(target)) graph.addEdge(START, nameOf(target));
  for (const planNode of plan.nodes.filter(isPlain)) {
    for (const { target } of planNode.routes.flatMap((route) => route.edges)) {
      if (!joined.get(target)?.has(planNode.id)) graph.addEdge(planNode.name, nameOf(target));
    }
  }
  for (const { sources, target } of plan.joins) {
    const [only, ...more] = sources.map(nameOf);
    if (only !== undefined) graph.addEdge(more.length > 0 ? [only, ...more] : only, nameOf(target));
  }
  return graph.compile({ checkpointer });
}

function nodeFor(
  wiring: Wiring,
  planNode: PlanNode,
  services: NodeServices,
  durability: Durability,
): GraphNode {
  const { type, config } = planNode.node;
  const definition = definitionIn(nodeDefinitions, type);
  const prepare = Object.entries(nodePreparers).find(([known]) => known === type)?.[1];
  if (!definition || !prepare) throw new Error(`The plan holds a node of the unknown type “${type}”.`);
  const parsed = definition.config.parse(config);
  const traits = {
    reads: channelNames(definition.reads(parsed)),
    writes: channelNames(definition.writes(parsed)),
    idempotent: definition.idempotent(parsed),
    isLocal: definition.local ?? false,
  };
  const inside = planNode.inside && insideFor(planNode, planNode.inside, services, durability);
  return graphNode(wiring, planNode, traits, prepare(config, services), inside);
}

function insideFor(
  planNode: PlanNode,
  plan: GraphPlan,
  services: NodeServices,
  durability: Durability,
): Inside {
  const once = insideOf(plan, buildGraph(plan, services, undefined, durability), durability);
  return { once, each: fanOutOf(plan, planNode, once, durability) };
}

function channelNames(uses: readonly { channel: string }[]): string[] {
  return [...new Set(uses.map(({ channel }) => channel))];
}

function optionsOf(wiring: Wiring, planNode: PlanNode, nameOf: (id: string) => string) {
  const { retry, timeoutMs, onError } = planNode.node.policy;
  const targets = planNode.routes.flatMap((route) => route.edges.map((edge) => nameOf(edge.target)));
  return {
    defer: planNode.deferred,
    ...(isPlain(planNode) ? {} : { ends: [...new Set([...targets, planNode.name])] }),
    ...(retry ? { retryPolicy: new Backoff(retry) } : {}),
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    ...(onError === "port" ? { errorHandler: errorRoute(wiring, planNode) } : {}),
  };
}
