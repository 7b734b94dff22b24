import type { NodeDefinitions } from "@/workflows/nodes/ports";
import type { GraphDocument } from "./document";
import { splitAddress } from "./node-address";
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
