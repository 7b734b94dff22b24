import { apply, batchOf } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { SingleOperation } from "@/workflows/graph/operation";
import type { AddedNode, Join } from "./add-node";
import type { SizeOf } from "./frames";
import { regrouping, regroupingSteps } from "./regroup";

/** What puts a new node into a group: it stands in its frame, or in an edge between two of its nodes. */
export function joinGroup(
  document: GraphDocument,
  sizeOf: SizeOf,
  { id, operations }: AddedNode,
  join: Join | undefined,
): SingleOperation[] {
  if (Object.keys(document.layout.groups).length === 0) return [];
  const after = apply(document, batchOf(operations));
  if (!after.ok) return [];
  const between = join && "edgeId" in join ? groupOfEdge(document, join.edgeId) : undefined;
  const position = after.value.layout.nodes[id];
  if (between) return regroupingSteps(after.value, new Map([[id, between]]));
  return position ? regroupingSteps(after.value, regrouping(after.value, sizeOf, { [id]: position })) : [];
}

function groupOfEdge({ edges, layout }: GraphDocument, edgeId: string): string | undefined {
  const edge = edges[edgeId];
  const groups = Object.entries(layout.groups);
  return groups.find(
    ([, { nodes }]) => edge && nodes.includes(edge.source) && nodes.includes(edge.target),
  )?.[0];
}
