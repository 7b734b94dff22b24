import type { GraphDocument } from "./document";
import type { JsonObject } from "./json";
import type { Node } from "./node";
import { isGraph } from "./subgraph";

/** The document with every graph that stands in a node's settings changed; shares what stays the same. */
export function mapInnerGraphs(
  document: GraphDocument,
  change: (graph: JsonObject) => JsonObject,
): GraphDocument {
  const nodes = Object.entries(document.nodes).map(([id, node]) => [id, changed(node, change)] as const);
  const same = nodes.every(([id, node]) => document.nodes[id] === node);
  return same ? document : { ...document, nodes: Object.fromEntries(nodes) };
}

/** A document as a setting of a node. */
export function graphAsJson(document: GraphDocument): JsonObject {
  // Plain JSON throughout; only the type of keys that may be left out says more.
  return document as JsonObject;
}

function changed(node: Node, change: (graph: JsonObject) => JsonObject): Node {
  const graphs = Object.entries(node.config).flatMap(([key, value]) =>
    isGraph(value) ? [{ key, value }] : [],
  );
  const edits = graphs.map(({ key, value }) => ({ key, value, after: change(value) }));
  if (edits.every(({ value, after }) => value === after)) return node;
  const config = Object.fromEntries(edits.map(({ key, after }) => [key, after]));
  return { ...node, config: { ...node.config, ...config } };
}
