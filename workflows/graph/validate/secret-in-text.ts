import type { Issue } from "@/workflows/graph/issue";
import type { Json } from "@/workflows/graph/json";
import type { Node } from "@/workflows/graph/node";
import { allFieldValues, labelAt } from "@/workflows/graph/schema-walk";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { definitionIn, type NodeDefinitions } from "@/workflows/nodes/ports";
import { findSecret } from "./secret-shapes";
import type { Rule } from "./subject";

/**
 * No secret stands in a setting as plain text, where everybody sees it who may read the agent or gets its file. Also
 * in nodes that are turned off: they are stored and exported all the same.
 */
export const secretInText: Rule = ({ document, definitions }) => [
  ...Object.keys(document.nodes)
    .sort()
    .flatMap((id) => {
      const node = document.nodes[id];
      return node ? inNode(node, definitions).map((found) => issueOf(id, node, found)) : [];
    }),
  ...Object.entries(document.channels)
    .filter(([, channel]) => secretsIn(channel.default ?? null, []).length > 0)
    .map(([name]) => ofChannel(name)),
];

interface Place {
  field: string;
  /** The field's name in the form. */
  label: string;
  what: string;
}

const known = new WeakMap<Node["config"], Place[]>();

/** Kept with the config: it is replaced, never changed. */
function inNode(node: Node, definitions: NodeDefinitions): Place[] {
  const kept = known.get(node.config);
  if (kept) return kept;
  const definition = definitionIn(definitions, node.type);
  const graphs = definition ? graphsIn(definition, node) : new Set<string>();
  const own = secretsIn(node.config, []).filter(({ keys }) => !graphs.has(keys[0] ?? ""));
  const found = own.map(({ keys, what }) => {
    const field = keys.join(".");
    return { field, label: (definition && labelAt(definition.config, keys)) ?? field, what };
  });
  known.set(node.config, found);
  return found;
}

/** Settings that are a graph of their own, which is looked at as one. */
function graphsIn(definition: NodeDefinition, node: Node): Set<string> {
  const fields = allFieldValues(definition.config, node.config);
  return new Set(fields.filter(({ hints }) => hints?.control === "graph").map(({ keys }) => keys[0] ?? ""));
}

function issueOf(nodeId: string, node: Node, { field, label, what }: Place): Issue {
  return {
    code: "secret_in_text",
    severity: "warning",
    path: { nodeId, field },
    message: `“${node.title}”: ${label} holds what looks like ${what}. Everybody who can open the agent reads it there. ${advice}`,
    settings: "secrets",
  };
}

function ofChannel(channel: string): Issue {
  return {
    code: "secret_in_text",
    severity: "warning",
    path: { channel, field: "default" },
    message: `The default of “${channel}” holds what looks like a secret. Everybody who can open the agent reads it there. ${advice}`,
    settings: "secrets",
  };
}

const advice = "Store it as a secret and let a request use it as {{ secrets.NAME }}.";

/** Every text inside a value that holds one, by its keys. What a text is called counts: “password”, or a header. */
function secretsIn(value: Json, keys: readonly string[], name?: string): { keys: string[]; what: string }[] {
  if (typeof value === "string") {
    const found = findSecret(value) ?? (name === undefined ? undefined : findSecret(`${name}: ${value}`));
    return found ? [{ keys: [...keys], what: found.what }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => secretsIn(item, [...keys, String(index)]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const pair = key === "value" && typeof value.name === "string" ? value.name : key;
    return secretsIn(item, [...keys, key], pair);
  });
}
