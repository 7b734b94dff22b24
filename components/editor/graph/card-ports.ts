import type { GraphDocument } from "@/workflows/graph/document";
import type { Node } from "@/workflows/graph/node";
import type { Port } from "@/workflows/nodes/port";
import { policyPorts } from "@/workflows/nodes/ports";
import { faceOf } from "@/workflows/nodes/registry.faces";
import { cardOfNode } from "./cards";
import { edgesFrom } from "./edge-index";

const none: Port[] = [];
const known = new WeakMap<Node, { edges: GraphDocument["edges"]; own: Port[]; ports: Port[] }>();

/**
 * The ports to draw on a node. While its config is half typed they follow from what is there, and a port that an
 * edge still uses stays visible, so that connections never fall off the card. The same array as before where they
 * did not change.
 */
export function cardPorts(document: GraphDocument, nodeId: string): Port[] {
  const node = document.nodes[nodeId];
  if (!node) return none;
  const own = cardOfNode(node).ports;
  const before = known.get(node);
  if (before?.edges === document.edges && before.own === own) return before.ports;
  const made = makePorts(document, nodeId, node, own);
  const ports = before && JSON.stringify(before.ports) === JSON.stringify(made) ? before.ports : made;
  known.set(node, { edges: document.edges, own, ports });
  return ports;
}

function makePorts(document: GraphDocument, nodeId: string, node: Node, own: readonly Port[]): Port[] {
  const ports = faceOf(node.type) ? [...own, ...policyPorts(document, nodeId)] : [];
  const names = new Set(ports.map((port) => port.name));
  const orphans = [...new Set(edgesFrom(document.edges, nodeId).map((edge) => edge.port))].filter(
    (name) => !names.has(name),
  );
  return [...ports, ...orphans.map((name): Port => ({ name, label: name, meaning: meaningOf(name) }))];
}

function meaningOf(name: string): Port["meaning"] {
  if (name === "error") return "error";
  if (name === "limit") return "limit";
  return name === "out" ? "next" : "branch";
}
