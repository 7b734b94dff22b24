import type { GraphDocument } from "@/workflows/graph/document";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import { readInnerGraph } from "@/workflows/graph/inner-reading";
import type { JsonObject } from "@/workflows/graph/json";
import type { DocumentOperation, SingleOperation } from "@/workflows/graph/operation";
import { own, withEntry } from "@/workflows/graph/record";
import { ok } from "@/workflows/graph/result";
import { isGraph } from "@/workflows/graph/subgraph";
import type { OperationHandler, OperationOf } from "./handler";
import { refuse } from "./problem";

type InsideOperation = OperationOf<"node.inside">;

/** The same operation, made inside a node. */
export function insideNode(nodeId: string, operation: SingleOperation): InsideOperation {
  return operation.op === "node.inside"
    ? { ...operation, at: [nodeId, ...operation.at] }
    : { op: "node.inside", at: [nodeId], operation };
}

/** Makes an operation in the graph inside a node, and nothing else: two people may work inside one node. */
export function changeInside(
  handlerOf: (operation: DocumentOperation) => OperationHandler,
): OperationHandler<InsideOperation> {
  return {
    apply(document, { at, operation }) {
      const graph = graphAt(document, at);
      if (!graph) return refuse("subgraph_unknown", { nodeId: at[0] }, "There is no such subgraph any more.");
      const result = handlerOf(operation).apply(graph, operation);
      if (result.ok) return ok(withGraphAt(document, at, result.value));
      const { path, ...problem } = result.problem;
      return refuse(
        problem.code,
        at.reduceRight((inside, nodeId) => ({ nodeId, inside }), path),
        problem.message,
      );
    },
    invert(document, { at, operation }) {
      const graph = graphAt(document, at);
      const back = graph ? handlerOf(operation).invert(graph, operation) : [];
      return back.map((step) =>
        at.reduceRight((inside: SingleOperation, id) => insideNode(id, inside), step),
      );
    },
    coalesce(first, second) {
      if (first.operation.op !== second.operation.op || first.at.join("/") !== second.at.join("/"))
        return undefined;
      const operation = handlerOf(first.operation).coalesce?.(first.operation, second.operation);
      return operation && operation.op !== "node.inside" ? { ...first, operation } : undefined;
    },
  };
}

const parsed = new WeakMap<JsonObject, GraphDocument>();

/** Kept per graph: the next key typed inside finds the one that the last left. */
function graphOf(json: JsonObject): GraphDocument | undefined {
  const graph = parsed.get(json) ?? readInnerGraph(json);
  if (graph) parsed.set(json, graph);
  return graph;
}

/** The key of a node's settings that holds its graph. */
function keyOf(document: GraphDocument, nodeId: string): string | undefined {
  const config = own(document.nodes, nodeId)?.config ?? {};
  return Object.keys(config).find((key) => isGraph(config[key]));
}

/**
 * The graph inside these nodes, outermost first; the document itself for none. The same object as long as nothing in it
 * changes.
 */
export function graphAt(
  document: GraphDocument,
  [nodeId, ...rest]: readonly string[],
): GraphDocument | undefined {
  if (nodeId === undefined) return document;
  const key = keyOf(document, nodeId);
  const json = key === undefined ? undefined : own(document.nodes, nodeId)?.config[key];
  const graph = isGraph(json) ? graphOf(json) : undefined;
  return graph && graphAt(graph, rest);
}

function withGraphAt(
  document: GraphDocument,
  [nodeId, ...rest]: readonly string[],
  graph: GraphDocument,
): GraphDocument {
  if (nodeId === undefined) return graph;
  const node = own(document.nodes, nodeId);
  const key = keyOf(document, nodeId);
  const inner = graphAt(document, [nodeId]);
  if (!node || key === undefined || !inner) return document;
  const after = withGraphAt(inner, rest, graph);
  const json = graphAsJson(after);
  parsed.set(json, after);
  return {
    ...document,
    nodes: withEntry(document.nodes, nodeId, { ...node, config: { ...node.config, [key]: json } }),
  };
}
