import type { NodeDefinitions } from "@/workflows/nodes/ports";
import type { GraphDocument } from "./document";
import type { Node } from "./node";
import { addressOf, splitAddress } from "./node-address";
import { factsOf } from "./node-facts";
import { own } from "./record";

/**
 * The graph inside the node at an address (`sub`, `sub/inner`); the document itself for none. Undefined where there is
 * no such node, or none that has a graph inside.
 */
export function graphInside(
  document: GraphDocument,
  address: string | undefined,
  definitions: NodeDefinitions,
): GraphDocument | undefined {
  if (address === undefined) return document;
  const { within, id } = splitAddress(address);
  const around = graphInside(document, within, definitions);
  const node = around && own(around.nodes, id);
  return node && factsOf(node, definitions).subgraph?.graph;
}

/** Every node by its address, those inside subgraphs included; outer ones first. */
export function nodesByAddress(
  document: GraphDocument,
  definitions: NodeDefinitions,
  within?: string,
): [address: string, node: Node][] {
  return Object.entries(document.nodes).flatMap(([id, node]): [string, Node][] => {
    const address = addressOf(within, id);
    const graph = factsOf(node, definitions).subgraph?.graph;
    return [[address, node], ...(graph ? nodesByAddress(graph, definitions, address) : [])];
  });
}

/** The title of every node by its address, those inside subgraphs included. */
export function titlesByAddress(
  document: GraphDocument,
  definitions: NodeDefinitions,
): Record<string, string> {
  return Object.fromEntries(nodesByAddress(document, definitions).map(([at, { title }]) => [at, title]));
}
