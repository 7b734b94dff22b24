import type { GraphDocument } from "@/workflows/graph/document";
import { cardPorts } from "./card-ports";
import { type Connection, freePort } from "./connection";

/** The fixed end of an edge that is being drawn. */
export interface DrawnFrom {
  nodeId: string;
  /** The port it was drawn out of; left out where it was drawn backwards, out of where edges arrive. */
  port?: string;
}

/** The connection an edge makes when it is let go over a node. Drawn backwards it takes the first free port. */
export function drawnConnection(document: GraphDocument, from: DrawnFrom, over: string): Connection {
  if (from.port !== undefined) return { source: from.nodeId, port: from.port, target: over };
  const port = freePort(document, over) ?? cardPorts(document, over)[0]?.name ?? "out";
  return { source: over, port, target: from.nodeId };
}
