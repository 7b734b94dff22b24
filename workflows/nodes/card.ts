import type { GraphDocument } from "@/workflows/graph/document";
import { migrateConfig } from "@/workflows/graph/migrate-config";
import type { Node } from "@/workflows/graph/node";
import type { NodeDefinition } from "./definition";
import type { Port } from "./port";
import { definitionIn, type NodeDefinitions } from "./ports";

/** What a node's card says of its settings. */
export interface Card {
  /** Those of its type; while its config is half typed, as far as they follow from what is there. */
  ports: Port[];
  /** The type with its key setting. */
  line: string;
  /** The channels that are written. */
  writes: string[];
}

/** Reads a card off a node; as much as a half-typed config gives. */
export function cardOf(node: Node, definitions: NodeDefinitions): Card {
  const definition = definitionIn(definitions, node.type);
  if (!definition) return { ports: [], line: `Unknown type “${node.type}”`, writes: [] };
  const { config } = migrateConfig(node, definition);
  const parsed = definition.config.safeParse(config);
  if (!parsed.success) return { ports: loosePorts(definition, config), line: definition.title, writes: [] };
  const setting = definition.describe(parsed.data).trim();
  const same = setting === "" || setting === definition.title;
  return {
    ports: definition.ports(parsed.data),
    line: same ? definition.title : `${definition.title} · ${setting}`,
    writes: [...new Set(definition.writes(parsed.data).map((write) => write.channel))],
  };
}

/** The cards of all nodes of a graph, by id. */
export function cardsOf({ nodes }: GraphDocument, definitions: NodeDefinitions): Record<string, Card> {
  return Object.fromEntries(Object.entries(nodes).map(([id, node]) => [id, cardOf(node, definitions)]));
}

/** Ports of a type with a config that may be incomplete. */
export function loosePorts(definition: NodeDefinition, config: Node["config"]): Port[] {
  try {
    return definition.ports(config);
  } catch {
    // The config lacks what its ports are made of.
    return [];
  }
}
