import type { Channel, ChannelType } from "@/workflows/graph/channel";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import type { Json } from "@/workflows/graph/json";
import { layoutOf, type Position } from "@/workflows/graph/layout";
import type { Node } from "@/workflows/graph/node";
import { innerNode } from "./inner-graph";

interface ExampleGraph {
  channels: Record<string, Channel>;
  /** By id, from left to right; what shares a column stands one above the other. */
  columns: readonly Readonly<Record<string, Node>>[];
  /** `source > target`, or `source.port > target`; ` x3` behind it for a cap. */
  edges: readonly string[];
}

const columnWidth = 320;
const rowHeight = 180;

/** The graph of a node type's example, from a few lines. @throws Error where an edge cannot be read */
export function exampleGraph({ channels, columns, edges }: ExampleGraph): GraphDocument {
  return {
    ...emptyDocument(),
    channels,
    nodes: Object.assign({}, ...columns),
    edges: Object.fromEntries(edges.map(edgeOf)),
    layout: layoutOf(Object.fromEntries(columns.flatMap(placesIn))),
  };
}

/** A channel that holds its last value; a conversation grows. */
export function holds(type: ChannelType, description: string, preset?: Json): Channel {
  return {
    type,
    reducer: type === "messages" ? "messages" : "replace",
    description,
    ...(preset !== undefined && { default: preset }),
  };
}

/** A Start that cannot do without these inputs. */
export function startNode(...channels: string[]): Node {
  return innerNode("start", "Start", { inputs: channels.map((channel) => ({ channel, required: true })) });
}

export function endNode(...outputs: string[]): Node {
  return innerNode("end", "End", { outputs });
}

/** Writes one channel: what the ways out of an example lead to. */
export function setNode(title: string, channel: string, value: string): Node {
  return innerNode("set-state", title, { assignments: [{ channel, value }] });
}

function placesIn(nodes: Readonly<Record<string, Node>>, column: number): [string, Position][] {
  const ids = Object.keys(nodes);
  return ids.map((id, row) => [id, { x: column * columnWidth, y: (row - (ids.length - 1) / 2) * rowHeight }]);
}

function edgeOf(arrow: string): [string, Edge] {
  const match = /^([\w-]+)(?:\.([\w-]+))? > ([\w-]+)(?: x(\d+))?$/.exec(arrow);
  if (!match) throw new Error(`Not an edge: ${arrow}`);
  const [, source = "", port, target = "", cap] = match;
  const id = [source, port, target].filter(Boolean).join("_");
  return [id, { source, port: port ?? "out", target, ...(cap && { cap: Number(cap) }) }];
}
