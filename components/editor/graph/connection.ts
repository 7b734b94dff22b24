import type { GraphDocument } from "@/workflows/graph/document";
import { newId } from "@/workflows/graph/new-id";
import type { SingleOperation } from "@/workflows/graph/operation";
import { faceOf } from "@/workflows/nodes/registry.faces";
import { cardPorts } from "./card-ports";
import { edgesFrom } from "./edge-index";

export interface Connection {
  source: string;
  port: string;
  target: string;
}

/**
 * Why two nodes may not be connected this way, in words; `null` if they may. An edge that is being led elsewhere
 * does not stand in its own way.
 */
export function connectionProblem(
  document: GraphDocument,
  { source, port, target }: Connection,
  moving?: string | null,
): string | null {
  const from = document.nodes[source];
  const to = document.nodes[target];
  if (!from || !to) return "One of the two nodes is gone.";
  if (faceOf(to.type)?.role === "start") return "A run begins at Start: nothing leads into it.";
  if (faceOf(from.type)?.role === "end") return "A run ends at End: nothing leads out of it.";
  if (!cardPorts(document, source).some((each) => each.name === port)) {
    return `“${from.title}” has no port “${port}”.`;
  }
  const twin = edgesFrom(document.edges, source).some(
    (edge) => edge.id !== moving && edge.port === port && edge.target === target,
  );
  return twin ? `“${from.title}” leads to “${to.title}” by this port already.` : null;
}

export function connect({ source, port, target }: Connection): SingleOperation {
  return { op: "edge.add", id: newId("edge"), edge: { source, port, target } };
}

/** An edge led elsewhere; it keeps its cap. Nothing where it comes back to where it was. */
export function reconnect(document: GraphDocument, id: string, to: Connection): SingleOperation | null {
  const edge = document.edges[id];
  if (!edge) return null;
  const same = edge.source === to.source && edge.port === to.port && edge.target === to.target;
  return same ? null : { op: "edge.update", id, edge: { ...edge, ...to } };
}

/** The port a new node is best joined to: the first ordinary one without an edge. */
export function freePort(document: GraphDocument, nodeId: string): string | null {
  const used = new Set(edgesFrom(document.edges, nodeId).map((edge) => edge.port));
  const free = cardPorts(document, nodeId).find((port) => !used.has(port.name) && port.meaning !== "limit");
  return free?.name ?? null;
}
