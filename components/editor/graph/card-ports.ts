import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import type { Node } from "@/workflows/graph/node";
import type { Port } from "@/workflows/nodes/definition";
import { portsOf } from "@/workflows/nodes/ports";
import { definitionOf, nodeDefinitions } from "@/workflows/nodes/registry";
import { edgesFrom } from "./edge-index";

const none: Port[] = [];
const known = new WeakMap<Node, { edges: GraphDocument["edges"]; ports: Port[] }>();

/**
 * The ports to draw on a node. While its config is half typed they follow from what is there, and a port that an
 * edge still uses stays visible, so that connections never fall off the card. The same array as before where they
 * did not change.
 */
export function cardPorts(document: GraphDocument, nodeId: string): Port[] {
  const node = document.nodes[nodeId];
  if (!node) return none;
  const before = known.get(node);
  if (before?.edges === document.edges) return before.ports;
  const made = makePorts(document, nodeId, node);
  const ports = before && JSON.stringify(before.ports) === JSON.stringify(made) ? before.ports : made;
  known.set(node, { edges: document.edges, ports });
  return ports;
}

function makePorts(document: GraphDocument, nodeId: string, node: Node): Port[] {
  const strict = portsOf(document, nodeId, nodeDefinitions);
  const ports = strict.length > 0 ? strict : loosePorts(node.type, node.config);
  const names = new Set(ports.map((port) => port.name));
  const orphans = [...new Set(edgesFrom(document.edges, nodeId).map((edge) => edge.port))].filter(
    (name) => !names.has(name),
  );
  return [...ports, ...orphans.map((name): Port => ({ name, label: name, meaning: meaningOf(name) }))];
}

/** Ports of a type with a config that may be incomplete. */
export function loosePorts(type: string, config: JsonObject): Port[] {
  const definition = definitionOf(type);
  if (!definition) return [];
  try {
    return definition.ports(config);
  } catch {
    // The config lacks what its ports are made of.
    return [];
  }
}

function meaningOf(name: string): Port["meaning"] {
  if (name === "error") return "error";
  if (name === "limit") return "limit";
  return name === "out" ? "next" : "branch";
}
