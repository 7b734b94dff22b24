import type { NodeDefinition } from "@/workflows/nodes/definition";
import type { Node } from "./node";

/** The node with its config lifted, version by version, to the one its type has now. Newer ones stay as they are. */
export function migrateConfig(
  node: Node,
  definition: Pick<NodeDefinition, "typeVersion" | "migrations">,
): Node {
  if (node.typeVersion >= definition.typeVersion) return node;
  let config = node.config;
  for (let version = node.typeVersion; version < definition.typeVersion; version += 1) {
    config = definition.migrations?.[version]?.(config) ?? config;
  }
  return { ...node, typeVersion: definition.typeVersion, config };
}
