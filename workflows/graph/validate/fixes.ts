import { batchOf } from "@/workflows/graph/apply";
import type { Channel } from "@/workflows/graph/channel";
import type { GraphDocument, Position } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import { freeId } from "@/workflows/graph/free-id";
import type { Issue } from "@/workflows/graph/issue";
import type { JsonObject } from "@/workflows/graph/json";
import type { SingleOperation } from "@/workflows/graph/operation";
import { own } from "@/workflows/graph/record";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import type { Port } from "@/workflows/nodes/port";
import { outPort } from "@/workflows/nodes/ports";
import type { Subject, SubjectNode } from "./subject";

type Fix = NonNullable<Issue["fix"]>;

export function removeEdgeFix(id: string): Fix {
  return { label: "Remove the edge", operation: { op: "edge.remove", id } };
}

/** Leads an edge from or to where it must have been meant, if that is known and no edge is there yet; else removes it. */
export function leadElsewhereFix({ document }: Subject, id: string, change: Partial<Edge> | undefined): Fix {
  const edge = own(document.edges, id);
  if (!edge || !change) return removeEdgeFix(id);
  const moved = { ...edge, ...change };
  const twin = Object.values(document.edges).some(
    ({ source, port, target }) => source === moved.source && port === moved.port && target === moved.target,
  );
  if (twin) return removeEdgeFix(id);
  const label = change.target === undefined ? "Start it at the open port" : "Lead it behind the start";
  return { label, operation: { op: "edge.update", id, edge: moved } };
}

export function changeChannelFix(label: string, name: string, channel: Channel): Fix {
  return { label, operation: { op: "channel.update", name, channel } };
}

export function connectFix(document: GraphDocument, source: string, port: string, target: string): Fix {
  const title = own(document.nodes, target)?.title ?? target;
  return {
    label: `Connect to “${title}”`,
    operation: { op: "edge.add", id: freeId(document.edges, "edge"), edge: { source, port, target } },
  };
}

/**
 * Adds the missing Start or End left or right of everything, and connects it where there is one place for it: a
 * Start leads to the only node without a way into it, to an End comes the only open port.
 */
export function addNodeFix(subject: Subject, definition: NodeDefinition): Fix {
  const { document } = subject;
  const { type, typeVersion, title } = definition;
  const id = freeId(document.nodes, type);
  const node = {
    type,
    typeVersion,
    title,
    config: configOf(subject, definition),
    policy: { onError: "fail" as const },
  };
  const position = besideAll(document, definition.role === "start" ? "left" : "right");
  const add: SingleOperation = { op: "node.add", id, node, position };
  // Edges left behind by a node of this name come to life again by themselves.
  const waiting = Object.values(document.edges).some((each) => each.source === id || each.target === id);
  const edge = waiting ? undefined : definition.role === "start" ? edgeIn(subject, id) : edgeOut(subject, id);
  const label = `Add ${title}`;
  if (!edge) return { label, operation: add };
  const connect: SingleOperation = { op: "edge.add", id: freeId(document.edges, "edge"), edge };
  return { label, operation: batchOf([add, connect], label) };
}

/** A Start takes what nodes read and none writes: that must have come from outside. */
function configOf({ nodes, document }: Subject, definition: NodeDefinition): JsonObject {
  const written = new Set(nodes.flatMap(({ writes }) => writes.map(({ channel }) => channel)));
  const read = nodes.flatMap(({ reads }) => reads.filter(({ optional }) => !optional));
  const lacking = [...new Set(read.map(({ channel }) => channel))].filter((name) => {
    const channel = own(document.channels, name);
    return channel && channel.default === undefined && !written.has(name);
  });
  let config = definition.initial;
  for (const name of lacking) config = { ...config, ...definition.withInput?.(config, name) };
  return config;
}

function edgeIn({ nodes, drawn }: Subject, source: string): Edge | undefined {
  const [only, ...more] = nodes.filter(({ id }) => drawn.into(id).length === 0);
  return only && more.length === 0 ? { source, port: outPort.name, target: only.id } : undefined;
}

function edgeOut(subject: Subject, target: string): Edge | undefined {
  const [only, ...more] = subject.nodes.flatMap((node) =>
    openPorts(subject, node).map(({ name }) => ({ source: node.id, port: name, target })),
  );
  return more.length === 0 ? only : undefined;
}

/** Ports of a node that have to lead somewhere and do not. */
export function openPorts({ drawn }: Subject, { id, complete, ports }: SubjectNode): Port[] {
  if (!complete) return [];
  const connected = new Set(drawn.from(id).map((link) => link.port));
  return ports.filter((port) => !port.optional && !connected.has(port.name));
}

function besideAll({ layout }: GraphDocument, side: "left" | "right"): Position {
  const places = Object.values(layout.nodes);
  if (places.length === 0) return { x: 0, y: 0 };
  const xs = places.map(({ x }) => x);
  const x = side === "left" ? Math.min(...xs) - 320 : Math.max(...xs) + 320;
  return { x, y: Math.min(...places.map(({ y }) => y)) };
}
