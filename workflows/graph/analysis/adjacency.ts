import type { GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import { own } from "@/workflows/graph/record";

/** An edge with its id, both ends of which exist. */
export interface Link extends Edge {
  id: string;
}

/** A document's nodes and edges, ready to walk. Everything is in the order of ids, so equal graphs walk alike. */
export interface Adjacency {
  ids: readonly string[];
  links: readonly Link[];
  from(nodeId: string): readonly Link[];
  into(nodeId: string): readonly Link[];
}

/** Edges that lost an end are left out. */
export function adjacencyOf(document: Pick<GraphDocument, "nodes" | "edges">): Adjacency {
  const ids = Object.keys(document.nodes).sort();
  const links = Object.entries(document.edges)
    .filter(([, edge]) => own(document.nodes, edge.source) && own(document.nodes, edge.target))
    .map(([id, edge]) => ({ id, ...edge }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  const from = Map.groupBy(links, (link) => link.source);
  const into = Map.groupBy(links, (link) => link.target);
  return { ids, links, from: (id) => from.get(id) ?? [], into: (id) => into.get(id) ?? [] };
}

/** The links of a node by port, ports in order of their names. */
export function byPort(links: readonly Link[]): [port: string, links: Link[]][] {
  return [...Map.groupBy(links, (link) => link.port)].sort(([one], [other]) => (one < other ? -1 : 1));
}
