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
  const between = join && "edgeId" in join ? groupOfEdge(document, join.edgeId) : undefined;
  if (between === undefined) return joinFrames(document, sizeOf, operations);
  const after = apply(document, batchOf(operations));
  return after.ok ? regroupingSteps(after.value, new Map([[id, between]])) : [];
}

/** What puts new nodes into the groups in whose frames they stand; those that bring a group of their own stay in it. */
export function joinFrames(
  document: GraphDocument,
  sizeOf: SizeOf,
  steps: SingleOperation[],
): SingleOperation[] {
  if (Object.keys(document.layout.groups).length === 0) return [];
  const after = apply(document, batchOf(steps));
  if (!after.ok) return [];
  const own = new Set(steps.flatMap((step) => (step.op === "group.set" ? (step.group?.nodes ?? []) : [])));
  const places = steps.flatMap((step) =>
    step.op === "node.add" && !own.has(step.id) ? [[step.id, step.position] as const] : [],
  );
  return regroupingSteps(after.value, regrouping(after.value, sizeOf, Object.fromEntries(places)));
}

function groupOfEdge({ edges, layout }: GraphDocument, edgeId: string): string | undefined {
  const edge = edges[edgeId];
  const groups = Object.entries(layout.groups);
  return groups.find(
    ([, { nodes }]) => edge && nodes.includes(edge.source) && nodes.includes(edge.target),
  )?.[0];
}
