import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { layoutOf, type Position } from "@/workflows/graph/layout";
import type { Node } from "@/workflows/graph/node";
import { innerNode } from "@/workflows/nodes/inner-graph";

/** A node on the offline model, until somebody chooses another. */
export function asking(type: string, title: string, config: JsonObject, note?: string): Node {
  return noted(innerNode(type, title, { model: "offline/offline", ...config }), note);
}

export function noted(node: Node, note: string | undefined): Node {
  return note === undefined ? node : { ...node, note };
}

/** The instructions of somebody with a role, as crews write them. */
export function role(who: string, goal: string, manner: string): string {
  return `You are ${who}.\nYour goal: ${goal}\nHow you work: ${manner}`;
}

/** The graph with some nodes moved, so that no edge passes behind a card. */
export function moved(document: GraphDocument, places: Record<string, Position>): GraphDocument {
  return { ...document, layout: layoutOf({ ...document.layout.nodes, ...places }) };
}
