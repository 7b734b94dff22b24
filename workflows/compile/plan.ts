import { AppError } from "@/workflows/errors/app-error";
import { adjacencyOf, type Link } from "@/workflows/graph/analysis/adjacency";
import { reachableFrom } from "@/workflows/graph/analysis/reachability";
import { bypass } from "@/workflows/graph/bypass";
import type { GraphDocument } from "@/workflows/graph/document";
import { migrateConfig } from "@/workflows/graph/migrate-config";
import type { Node } from "@/workflows/graph/node";
import { own } from "@/workflows/graph/record";
import type { NodeDefinition, Port } from "@/workflows/nodes/definition";
import { definitionIn, type NodeDefinitions, portsOf } from "@/workflows/nodes/ports";
import { joinsOf } from "./joins";
import { nodeName } from "./node-name";
import { type GraphPlan, type PlanEdge, type PlanNode, type PlanRoute, planEnd } from "./plan-types";

export interface PlanOptions {
  /** Lets pinned results stand in for their nodes: for trying a draft out, never for a published version. */
  pins?: boolean;
}

/**
 * A graph document as LangGraph is to run it: Start and End become its entry and exits, ports become routes, disabled
 * nodes are bypassed, and nodes no run can reach are left out. Pure; the validator has the friendlier words for what is wrong.
 * @throws AppError graph_invalid
 */
export function plan(
  given: GraphDocument,
  definitions: NodeDefinitions,
  options: PlanOptions = {},
): GraphPlan {
  const { document, drawn: ways } = bypass(given, definitions);
  const toPlan = planEdge(ways);
  const parts = readNodes(document, definitions);
  const start = onlyStart(parts);
  const adjacency = adjacencyOf(document);
  const reachable = reachableFrom(adjacency, [start.id]);
  const inside = parts.filter((part) => reachable.has(part.id));
  const ends = inside.filter((part) => part.definition.role === "end");
  const endIds = ends.map((part) => part.id);
  const nodes = inside
    .filter((part) => part.definition.role === undefined)
    .map((part) =>
      planNode(
        part,
        adjacency.from(part.id),
        portsOf(document, part.id, definitions),
        (edge) => toPlan(edge, endIds),
        document.channels,
      ),
    )
    .map((node) => {
      const pin = options.pins ? own(document.pins, node.id) : undefined;
      return pin ? { ...node, pin } : node;
    });
  const entry = adjacency.from(start.id).map((edge) => toPlan({ ...edge, cap: undefined }, endIds));
  refuseEdgesIntoStart(document, start.id);
  const { joins, deferred } = joinsOf(start.id, entry, nodes);
  return {
    settings: document.settings,
    channels: document.channels,
    startId: start.id,
    inputs: start.definition.inputs?.(start.config) ?? [],
    outputs: [...new Set(ends.flatMap((part) => part.definition.outputs?.(part.config) ?? []))],
    entry,
    endIds,
    nodes: nodes.map((node) => ({
      ...node,
      deferred: deferred.has(node.id),
      after: deferred.get(node.id) ?? [],
    })),
    joins,
  };
}

interface Part {
  id: string;
  node: Node;
  definition: NodeDefinition;
  config: unknown;
}

/** In the order of ids: equal documents give equal plans. */
function readNodes(document: GraphDocument, definitions: NodeDefinitions): Part[] {
  return Object.entries(document.nodes)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, node]) => {
      const definition = definitionIn(definitions, node.type);
      if (!definition)
        throw invalid(id, `“${node.title}” is of the type “${node.type}”, which is unknown here.`);
      const current = migrateConfig(node, definition);
      const config = definition.config.safeParse(current.config);
      if (!config.success) throw invalid(id, `The settings of “${node.title}” are not complete.`);
      return { id, node: current, definition, config: config.data };
    });
}

function planEdge(ways: ReadonlyMap<string, readonly string[]>) {
  return ({ id, target, cap }: Link, endIds: string[]): PlanEdge => {
    const drawn = ways.get(id);
    return {
      id,
      target: endIds.includes(target) ? planEnd : target,
      ...(cap === undefined ? {} : { cap }),
      ...(drawn ? { drawn } : {}),
    };
  };
}

function onlyStart(parts: Part[]): Part {
  const [start, ...more] = parts.filter((part) => part.definition.role === "start");
  if (start && more.length === 0) return start;
  throw new AppError(
    "graph_invalid",
    start ? "The graph has more than one Start." : "The graph has no Start.",
  );
}

function planNode(
  { id, node }: Part,
  edges: readonly Link[],
  ports: Port[],
  toPlan: (edge: Link) => PlanEdge,
  channels: GraphDocument["channels"],
): PlanNode {
  const routes = ports.map(
    ({ name }): PlanRoute => ({
      port: name,
      edges: edges.filter((edge) => edge.port === name).map(toPlan),
    }),
  );
  const stray = edges.find((edge) => !routes.some((route) => route.port === edge.port));
  if (stray)
    throw invalid(id, `“${node.title}” has an edge from “${stray.port}”, a port it does not have.`, stray.id);
  return { id, name: nodeName(id, channels), node, routes, deferred: false, after: [] };
}

function refuseEdgesIntoStart(document: GraphDocument, startId: string): void {
  const [stray] = adjacencyOf(document).into(startId);
  if (stray)
    throw invalid(startId, "An edge leads into Start. A run enters Start once, at its beginning.", stray.id);
}

function invalid(nodeId: string, message: string, edgeId?: string): AppError {
  return new AppError("graph_invalid", message, { nodeId, edgeId, hint: "Open the problems of the graph." });
}
