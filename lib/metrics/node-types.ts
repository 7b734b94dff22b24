import type { GraphDocument } from "@/workflows/graph/document";
import { nodesByAddress } from "@/workflows/graph/inside";
import { nodeDefinitions } from "@/workflows/nodes/registry";

const known = new WeakMap<GraphDocument, ReadonlyMap<string, string>>();

/** Type of each node by its address; worked out once per document. */
export function nodeTypes(document: GraphDocument): ReadonlyMap<string, string> {
  const found = known.get(document);
  if (found) return found;
  const types = new Map(
    nodesByAddress(document, nodeDefinitions).map(([address, { type }]) => [address, type]),
  );
  known.set(document, types);
  return types;
}
