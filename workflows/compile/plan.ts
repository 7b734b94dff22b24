import { adjacencyOf, type Link } from "@/workflows/graph/analysis/adjacency";
import { bypass } from "@/workflows/graph/bypass";
import type { Channels } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import { migrateConfig } from "@/workflows/graph/migrate-config";
import type { Node } from "@/workflows/graph/node";
import { addressOf } from "@/workflows/graph/node-address";
import { own } from "@/workflows/graph/record";
import type { Subgraph } from "@/workflows/graph/subgraph";
import type { TestOptions } from "@/workflows/graph/test-options";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import type { Port } from "@/workflows/nodes/port";
import { definitionIn, type NodeDefinitions, portsOf } from "@/workflows/nodes/ports";
import { graphInvalid } from "./graph-invalid";
import { joinsOf } from "./joins";
import { nodeName } from "./node-name";
import { type GraphPlan, type PlanEdge, type PlanNode, type PlanRoute, planEnd } from "./plan-types";
import { scopeOf } from "./scope";

/** `pins` and a part of the graph are for trying a draft out, never for a published version. */
export type PlanOptions = Partial<TestOptions> & {
  /** Address of the node that the graph stands in. */
  within?: string;
};

/**
 * A graph document as LangGraph is to run it: Start and End become its entry and exits, ports become routes, disabled
 * nodes are bypassed, and nodes no run can reach are left out. Pure; the validator has the friendlier words for what is wrong.
 * @throws AppError graph_invalid, invalid_input (`from`, `until`: no node to begin at or to end after)
 */
export function plan(
  given: GraphDocument,
  definitions: NodeDefinitions,
  options: PlanOptions = {},
): GraphPlan {
  const { document, drawn } = bypass(given, definitions);
  const { within } = options;
  const adjacency = adjacencyOf(document);
  const { startId, entry, inside } = scopeOf(document, definitions, adjacency, options);
  const isWhole = options.from === undefined && options.until === undefined;
  const parts = readNodes(document, definitions, isWhole ? undefined : inside).filter((part) =>
    inside.has(part.id),
  );
  const ends = parts.filter((part) => part.definition.role === "end");
  const endIds = ends.map((part) => part.id);
  const toEdge = (link: Link): PlanEdge =>
    inside.has(link.target) && link.source !== options.until
      ? planEdge(link, drawn, endIds, within)
      : { id: link.id, target: planEnd, drawn: [] };
  const nodes = parts
    .filter((part) => part.definition.role === undefined)
    .map((part) => {
      const ports = portsOf(document, part.id, definitions);
      return planNode(part, adjacency.from(part.id), ports, toEdge, document.channels, within);
    })
    .map((node) => {
      const pin = options.pins ? own(document.pins, node.id) : undefined;
      return pin ? { ...node, pin } : node;
    })
    .map((node) => withInside(node, definitions, options));
  const start = parts.find((part) => part.id === startId);
  const planned = entry
    .filter((link) => inside.has(link.target))
    .map((link) => toEdge({ ...link, cap: undefined }));
  const { joins, deferred } = joinsOf(startId, planned, nodes);
  return {
    settings: document.settings,
    channels: document.channels,
    startId,
    ...(options.from === undefined ? {} : { from: options.from }),
    inputs: start?.definition.inputs?.(start.config) ?? [],
    outputs: outputsOf(parts, ends, options.until),
    entry: planned,
    endIds,
    nodes: nodes.map((node) => ({
      ...node,
      deferred: deferred.has(node.id),
      after: deferred.get(node.id) ?? [],
    })),
    joins,
  };
}

/** What End declares; a run that ends before gives what its last node writes. */
function outputsOf(parts: readonly Part[], ends: readonly Part[], until: string | undefined): string[] {
  const last = parts.find((part) => part.id === until);
  const names = last
    ? last.definition.writes(last.config).map(({ channel }) => channel)
    : ends.flatMap((part) => part.definition.outputs?.(part.config) ?? []);
  return [...new Set(names)];
}

interface Part {
  id: string;
  node: Node;
  definition: NodeDefinition;
  config: unknown;
}

/** In the order of ids: equal documents give equal plans. What lies outside of a part need not be complete. */
function readNodes(
  document: GraphDocument,
  definitions: NodeDefinitions,
  only: ReadonlySet<string> | undefined,
): Part[] {
  return Object.entries(document.nodes)
    .filter(([id]) => only?.has(id) ?? true)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, node]) => {
      const definition = definitionIn(definitions, node.type);
      if (!definition)
        throw graphInvalid(id, `“${node.title}” is of the type “${node.type}”, which is unknown here.`);
      const current = migrateConfig(node, definition);
      const config = definition.config.safeParse(current.config);
      if (!config.success) throw graphInvalid(id, `The settings of “${node.title}” are not complete.`);
      return { id, node: current, definition, config: config.data };
    });
}

/** Edges inside a subgraph are named like its nodes. */
function planEdge(
  { id, target, cap }: Link,
  ways: ReadonlyMap<string, readonly string[]>,
  endIds: readonly string[],
  within: string | undefined,
): PlanEdge {
  const drawn =
    within === undefined ? ways.get(id) : (ways.get(id) ?? [id]).map((edge) => addressOf(within, edge));
  return {
    id,
    target: endIds.includes(target) ? planEnd : target,
    ...(cap === undefined ? {} : { cap }),
    ...(drawn ? { drawn } : {}),
  };
}

function planNode(
  { id, node }: Part,
  edges: readonly Link[],
  ports: Port[],
  toEdge: (link: Link) => PlanEdge,
  channels: GraphDocument["channels"],
  within: string | undefined,
): PlanNode {
  const routes = ports.map(
    ({ name }): PlanRoute => ({
      port: name,
      edges: edges.filter((edge) => edge.port === name).map(toEdge),
    }),
  );
  const stray = edges.find((edge) => !routes.some((route) => route.port === edge.port));
  if (stray)
    throw graphInvalid(
      id,
      `“${node.title}” has an edge from “${stray.port}”, a port it does not have.`,
      stray.id,
    );
  const address = addressOf(within, id);
  return { id, address, name: nodeName(id, channels), node, routes, deferred: false, after: [] };
}

/** The plan of the graph inside. */
function withInside(planNode: PlanNode, definitions: NodeDefinitions, options: PlanOptions): PlanNode {
  const definition = definitionIn(definitions, planNode.node.type);
  const subgraph = definition?.subgraph?.(definition.config.parse(planNode.node.config));
  if (!subgraph) return planNode;
  const inside = plan(subgraph.graph, definitions, { pins: options.pins, within: planNode.address });
  return { ...planNode, inside: { ...inside, channels: withoutDefaults(inside.channels, subgraph) } };
}

/**
 * What is mapped in takes the place of a channel's default instead of being added to it. The reducer `first` has to
 * know its default, and adds nothing to it.
 */
function withoutDefaults(channels: Channels, { inputs, fills = [] }: Subgraph): GraphPlan["channels"] {
  const filled = new Set([...inputs.map(({ to }) => to), ...fills.map(({ channel }) => channel)]);
  return Object.fromEntries(
    Object.entries(channels).map(([name, { default: initial, ...channel }]) => {
      const drop = initial === undefined || (filled.has(name) && channel.reducer !== "first");
      return [name, drop ? channel : { ...channel, default: initial }];
    }),
  );
}
