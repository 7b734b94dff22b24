import type { GraphDocument } from "@/workflows/graph/document";
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
    return named
      .filter((model) => !models.has(model))
      .map((model) => ({ nodeId, message: `Its model “${model}” is not connected here. Choose another.` }));
  });
}
