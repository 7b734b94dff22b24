import type { GraphDocument } from "@/workflows/graph/document";
import { graphInside } from "@/workflows/graph/inside";
import { splitAddress } from "@/workflows/graph/node-address";
import { nodeDefinitions } from "./registry";

/** @param nodeId its address, where it stands inside a subgraph */
export function nodeTitle(document: GraphDocument | null, nodeId: string): string {
  const { within, id } = splitAddress(nodeId);
  const graph = document && graphInside(document, within, nodeDefinitions);
  return graph?.nodes[id]?.title ?? id;
}
