import type { GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import { own, withEntry, withoutKeys } from "@/workflows/graph/record";
import { ok } from "@/workflows/graph/result";
import type { OperationHandler, OperationOf } from "./handler";
import { restoreEdges } from "./node-life";
import { refuse } from "./problem";

export const addEdge: OperationHandler<OperationOf<"edge.add">> = {
  apply(document, { id, edge }) {
    if (own(document.edges, id)) {
      return refuse("edge_exists", { edgeId: id }, `There is an edge with the id "${id}" already.`);
    }
    return place(document, id, edge);
  },
  invert: (_, { id }) => [{ op: "edge.remove", id }],
};

export const removeEdge: OperationHandler<OperationOf<"edge.remove">> = {
  apply(document, { id }) {
    if (!own(document.edges, id)) return unknownEdge(id);
    return ok({ ...document, edges: withoutKeys(document.edges, [id]) });
  },
  invert: (document, { id }) => restoreEdges(document, [id]),
};

export const updateEdge: OperationHandler<OperationOf<"edge.update">> = {
  apply(document, { id, edge }) {
    return own(document.edges, id) ? place(document, id, edge) : unknownEdge(id);
  },
  invert(document, { id }) {
    const edge = own(document.edges, id);
    return edge ? [{ op: "edge.update", id, edge }] : [];
  },
  coalesce: (first, second) => (first.id === second.id ? second : undefined),
};

function place(document: GraphDocument, id: string, edge: Edge) {
  const missing = [edge.source, edge.target].find((end) => !own(document.nodes, end));
  if (missing !== undefined) {
    const message = `The edge needs the node "${missing}", which is not there.`;
    return refuse("edge_end_missing", { edgeId: id, nodeId: missing }, message);
  }
  const twin = Object.entries(document.edges).find(([other, have]) => other !== id && sameWay(have, edge));
  if (twin) {
    const message = `Port "${edge.port}" of "${edge.source}" leads to "${edge.target}" already.`;
    return refuse("edge_duplicate", { edgeId: twin[0] }, message);
  }
  return ok({ ...document, edges: withEntry(document.edges, id, edge) });
}

function sameWay(one: Edge, other: Edge): boolean {
  return one.source === other.source && one.port === other.port && one.target === other.target;
}

function unknownEdge(id: string) {
  return refuse("edge_unknown", { edgeId: id }, `There is no edge "${id}" any more.`);
}
