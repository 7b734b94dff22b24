import type { GraphDocument } from "@/workflows/graph/document";
import { factsOf } from "@/workflows/graph/node-facts";
import { fieldValues } from "@/workflows/graph/schema-walk";
import { definitionIn, type NodeDefinitions } from "@/workflows/nodes/ports";
import type { CodeNote } from "./write/scope";

/** What a document from elsewhere asks for and does not find here, node by node. */
export function importNotes(
  document: GraphDocument,
  definitions: NodeDefinitions,
  models: ReadonlySet<string>,
): CodeNote[] {
  return Object.entries(document.nodes).flatMap(([nodeId, node]): CodeNote[] => {
    const definition = definitionIn(definitions, node.type);
    if (!definition) {
      return [
        { nodeId, message: `Its type “${node.type}” is unknown here. It is kept as it is and cannot run.` },
      ];
    }
    const named = fieldValues(definition.config, node.config)
      .filter(({ hints }) => hints?.control === "model")
      .flatMap(({ value }) => (typeof value === "string" && value !== "" ? [value] : []));
    const missing = named
      .filter((model) => !models.has(model))
      .map((model) => ({ nodeId, message: `Its model “${model}” is not connected here. Choose another.` }));
    const graph = factsOf(node, definitions).subgraph?.graph;
    return [...missing, ...(graph ? insideNotes(nodeId, graph, definitions, models) : [])];
  });
}

/** Notes of the graph inside a node, each told of that node. */
function insideNotes(
  around: string,
  graph: GraphDocument,
  definitions: NodeDefinitions,
  models: ReadonlySet<string>,
): CodeNote[] {
  return importNotes(graph, definitions, models).map(({ nodeId = "", message }) => ({
    nodeId: around,
    message: `Inside, at “${graph.nodes[nodeId]?.title ?? nodeId}”: ${message}`,
  }));
}
