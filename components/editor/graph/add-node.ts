import type { GraphDocument, Position } from "@/workflows/graph/document";
import { newId } from "@/workflows/graph/new-id";
import type { SingleOperation } from "@/workflows/graph/operation";
import { loosePorts } from "@/workflows/nodes/card";
import { definitionOf } from "@/workflows/nodes/registry";
import { faceOf } from "@/workflows/nodes/registry.faces";
import { connect } from "./connection";
import { freeTitle } from "./free-names";
import { freePlace, makeRoom, placeAfter } from "./places";

/** What a new node is joined to: a port it follows, a node it leads to, or an edge it is put into. */
export type Join = { source: string; port: string } | { target: string } | { edgeId: string };

export interface AddedNode {
  id: string;
  operations: SingleOperation[];
}

/**
 * A new node of a type, joined to what it was asked for from; without a place of its own it stands right of the
 * node it follows. `null` for a type this build does not know.
 */
export function addNode(
  document: GraphDocument,
  type: string,
  position?: Position,
  join?: Join,
): AddedNode | null {
  const definition = definitionOf(type);
  if (!definition) return null;
  const edge = join && "edgeId" in join ? document.edges[join.edgeId] : undefined;
  const from = join && "source" in join ? join : edge;
  const wanted = position ?? (from ? placeAfter(document, from.source, type) : { x: 0, y: 0 });
  const room = edge ? makeRoom(document, wanted, edge.target) : {};
  const isFree = Object.keys(room).length > 0;

  const id = newId(type);
  const add: SingleOperation = {
    op: "node.add",
    id,
    node: {
      type,
      typeVersion: definition.typeVersion,
      title: freeTitle(document, definition.title),
      config: definition.initial,
      policy: { onError: "fail" },
    },
    position: isFree ? wanted : freePlace(document, wanted),
  };
  const joins = joinsOf(document, id, type, join);
  const move: SingleOperation[] = isFree && joins.length > 1 ? [{ op: "node.move", positions: room }] : [];
  return { id, operations: [...move, add, ...joins] };
}

/** The edges that join the new node. Nothing leads into Start or out of End. */
function joinsOf(
  document: GraphDocument,
  id: string,
  type: string,
  join: Join | undefined,
): SingleOperation[] {
  const definition = definitionOf(type);
  if (!join || !definition) return [];
  if ("target" in join) return joinBefore(document, id, type, join.target);
  if (definition.role === "start") return [];
  if ("source" in join) {
    const leadsOut = faceOf(document.nodes[join.source]?.type ?? "")?.role !== "end";
    return leadsOut ? [connect({ source: join.source, port: join.port, target: id })] : [];
  }
  const edge = document.edges[join.edgeId];
  if (!edge) return [];
  const into = connect({ source: edge.source, port: edge.port, target: id });
  const port = firstPort(type);
  if (port === null) return [into];
  return [{ op: "edge.remove", id: join.edgeId }, into, connect({ source: id, port, target: edge.target })];
}

function joinBefore(document: GraphDocument, id: string, type: string, target: string): SingleOperation[] {
  const port = firstPort(type);
  const leadsIn = faceOf(document.nodes[target]?.type ?? "")?.role !== "start";
  return port !== null && leadsIn ? [connect({ source: id, port, target })] : [];
}

/** The port a fresh node of this type leaves by; null where nothing leads out. */
function firstPort(type: string): string | null {
  const definition = definitionOf(type);
  return (definition && loosePorts(definition, definition.initial)[0]?.name) ?? null;
}
