import type { GraphDocument } from "@/workflows/graph/document";
import type { NodeDefinition } from "@/workflows/nodes/definition";

/** The settings that a type's first node has in its example; those of its sample where it stands in none. */
export function exampleNode(definition: NodeDefinition, document: GraphDocument): unknown {
  const node = Object.values(document.nodes).find(({ type }) => type === definition.type);
  const config = definition.config.safeParse(node?.config);
  return config.success ? config.data : definition.sample.config;
}
