import type { ChannelType } from "./channel";
import type { ChannelPair } from "./channel-pair";
import type { GraphDocument } from "./document";
import type { JsonObject } from "./json";

/** A graph that a node runs as its own. Nothing is shared but what is mapped. */
export interface Subgraph {
  graph: GraphDocument;
  /** Channel of the graph around it → channel inside. */
  inputs: readonly ChannelPair[];
  /** Channel inside → channel of the graph around it. */
  outputs: readonly ChannelPair[];
  /** It runs once for each entry of a list, whose length nobody knows before the run. */
  repeats?: true;
  /** Channels inside that the node fills by itself, and the setting that names each. */
  fills?: readonly { channel: string; field: string; type?: ChannelType }[];
  /** Channels inside whose values the node takes by itself, and the setting that names each. */
  takes?: readonly { channel: string; field: string }[];
}

/** Subgraphs inside one another. */
export const maxSubgraphDepth = 8;

/** Nodes of a subgraph together with those of the subgraphs inside it. */
export const maxSubgraphNodes = 1_000;

/** Why a graph is too large to stand inside a node; undefined if it is not. Looks at nothing but its shape. */
export function subgraphSizeProblem(graph: unknown): string | undefined {
  let level: unknown[] = [graph];
  let nodes = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > maxSubgraphDepth) return `Subgraphs may stand in one another ${maxSubgraphDepth} deep`;
    const configs = level.flatMap(configsOf);
    nodes += configs.length;
    if (nodes > maxSubgraphNodes) return `A subgraph may hold up to ${maxSubgraphNodes} nodes`;
    level = configs.flatMap((config) => Object.values(isRecord(config) ? config : {}).filter(isGraph));
  }
  return undefined;
}

/** Whether a setting of a node is a graph, of the present format or an older one. */
export function isGraph(value: unknown): value is JsonObject {
  return isRecord(value) && typeof value.format === "string" && value.format.startsWith("signalbox.graph/");
}

function configsOf(graph: unknown): unknown[] {
  const nodes = isRecord(graph) && isRecord(graph.nodes) ? Object.values(graph.nodes) : [];
  return nodes.map((node) => (isRecord(node) ? node.config : undefined));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
