import type { GraphDocument } from "@/workflows/graph/document";
import { migrateConfig } from "@/workflows/graph/migrate-config";
import type { NodeDefinition } from "./definition";
import type { Port } from "./port";

export type NodeDefinitions = Readonly<Record<string, NodeDefinition>>;

/** Looks a type up; `undefined` for types this build does not know, also for names like `constructor`. */
export function definitionIn(definitions: NodeDefinitions, type: string): NodeDefinition | undefined {
  return Object.hasOwn(definitions, type) ? definitions[type] : undefined;
}

export const outPort: Port = { name: "out", label: "Next", meaning: "next" };
export const errorPort: Port = { name: "error", label: "Error", meaning: "error" };
export const limitPort: Port = { name: "limit", label: "Limit reached", meaning: "limit", optional: true };

/** A way out for each entry of a list that people name themselves. */
export function branchPorts(ways: readonly { id: string; label: string }[]): Port[] {
  return ways.map(({ id, label }) => ({ name: id, label, meaning: "branch" }));
}

/** Names a node type may not give to ports of its own. */
export const reservedPorts: readonly string[] = [outPort.name, errorPort.name, limitPort.name, "else"];

/**
 * Every port a node has in this document: those of its type, `error` while its policy sends failures there, and
 * `limit` while one of its edges has a cap. Empty while the type is unknown or the config invalid.
 */
export function portsOf(document: GraphDocument, nodeId: string, definitions: NodeDefinitions): Port[] {
  const node = document.nodes[nodeId];
  const definition = node && definitionIn(definitions, node.type);
  if (!definition) return [];
  const config = definition.config.safeParse(migrateConfig(node, definition).config);
  if (!config.success) return [];
  return [...definition.ports(config.data), ...policyPorts(document, nodeId)];
}

/** The ports that a node has for how it is used, whatever its type. */
export function policyPorts(document: GraphDocument, nodeId: string): Port[] {
  return [
    ...(document.nodes[nodeId]?.policy.onError === "port" ? [errorPort] : []),
    ...(cappedSources(document.edges).has(nodeId) ? [limitPort] : []),
  ];
}

const capped = new WeakMap<GraphDocument["edges"], ReadonlySet<string>>();

/** Nodes that one of their edges leaves at most so often; made once per set of edges. */
function cappedSources(edges: GraphDocument["edges"]): ReadonlySet<string> {
  const known = capped.get(edges);
  if (known) return known;
  const sources = Object.values(edges).flatMap(({ source, cap }) => (cap === undefined ? [] : [source]));
  const made = new Set(sources);
  capped.set(edges, made);
  return made;
}
