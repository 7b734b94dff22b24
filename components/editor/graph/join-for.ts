import type { GraphDocument } from "@/workflows/graph/document";
import { onlySelected, type Selection } from "../store/selection";
import type { Join } from "./add-node";
import { freePort } from "./connection";
import { edgesFrom } from "./edge-index";

/**
 * What a new node is joined to while this is selected: put into a selected edge; after a selected node by its
 * first free port, or into its only edge.
 */
export function joinFor(document: GraphDocument, selection: Selection): Join | undefined {
  const { nodeId, edgeId } = onlySelected(selection);
  if (edgeId) return { edgeId };
  if (!nodeId) return undefined;
  const port = freePort(document, nodeId);
  if (port) return { source: nodeId, port };
  const [edge, ...others] = edgesFrom(document.edges, nodeId);
  return edge && others.length === 0 ? { edgeId: edge.id } : undefined;
}
