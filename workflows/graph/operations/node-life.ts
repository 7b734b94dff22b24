import type { GraphDocument } from "@/workflows/graph/document";
import { groupsOf, withoutNodes } from "@/workflows/graph/groups";
import type { Position } from "@/workflows/graph/layout";
import type { SingleOperation } from "@/workflows/graph/operation";
import { own, withEntry, withoutKeys } from "@/workflows/graph/record";
import { ok } from "@/workflows/graph/result";
import type { OperationHandler, OperationOf } from "./handler";
import { refuse } from "./problem";

export const addNode: OperationHandler<OperationOf<"node.add">> = {
  apply(document, { id, node, position }) {
    if (own(document.nodes, id)) {
      return refuse("node_exists", { nodeId: id }, `There is a node with the id "${id}" already.`);
    }
    return ok({
      ...document,
      nodes: withEntry(document.nodes, id, node),
      layout: { ...document.layout, nodes: withEntry(document.layout.nodes, id, position) },
    });
  },
  invert: (_, { id }) => [{ op: "node.remove", id }],
};

export const removeNode: OperationHandler<OperationOf<"node.remove">> = {
  apply(document, { id }) {
    if (!own(document.nodes, id)) return unknownNode(id);
    return ok({
      ...document,
      nodes: withoutKeys(document.nodes, [id]),
      edges: withoutKeys(document.edges, edgesAt(document, id)),
      layout: {
        ...document.layout,
        nodes: withoutKeys(document.layout.nodes, [id]),
        groups: withoutNodes(document.layout.groups, new Set([id])),
      },
      pins: own(document.pins, id) ? withoutKeys(document.pins, [id]) : document.pins,
    });
  },
  invert(document, { id }) {
    const node = own(document.nodes, id);
    if (!node) return [];
    const position: Position = own(document.layout.nodes, id) ?? { x: 0, y: 0 };
    const pin = own(document.pins, id);
    return [
      { op: "node.add", id, node, position },
      ...restoreEdges(document, edgesAt(document, id)),
      ...groupsOf(document.layout.groups, new Set([id])).map(
        ([groupId, group]): SingleOperation => ({ op: "group.set", id: groupId, group }),
      ),
      ...(pin ? [{ op: "node.pin" as const, id, pin }] : []),
    ];
  },
};

/** Refusal shared by every operation that names a node. */
export function unknownNode(id: string) {
  return refuse("node_unknown", { nodeId: id }, `There is no node "${id}" any more.`);
}

/** Edges that a broken file left without an end cannot come back: `edge.add` refuses them. */
export function restoreEdges(document: GraphDocument, ids: string[]): SingleOperation[] {
  return ids.flatMap((id): SingleOperation[] => {
    const edge = own(document.edges, id);
    if (!edge || !own(document.nodes, edge.source) || !own(document.nodes, edge.target)) return [];
    return [{ op: "edge.add", id, edge }];
  });
}

function edgesAt(document: GraphDocument, nodeId: string): string[] {
  return Object.entries(document.edges)
    .filter(([, edge]) => edge.source === nodeId || edge.target === nodeId)
    .map(([id]) => id);
}
