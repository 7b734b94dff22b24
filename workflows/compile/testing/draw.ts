import type { z } from "zod";
import type { Channel } from "@/workflows/graph/channel";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";
import { type Node, policySchema } from "@/workflows/graph/node";

type PolicyInput = z.input<typeof policySchema>;

/** `source.port > target`, with ` x3` behind it for a cap; the port may be left out for `out`. */
export type Arrow = string;

export interface Drawing {
  channels?: Record<string, Channel>;
  nodes: Record<string, Node>;
  edges: Arrow[];
  recursionLimit?: number;
}

/** A document from a few lines, for tests that are about its shape. Edges get the ids `e0`, `e1`, … */
export function draw({ channels = {}, nodes, edges, recursionLimit = 100 }: Drawing): GraphDocument {
  const document = emptyDocument();
  return {
    ...document,
    settings: { ...document.settings, recursionLimit },
    channels,
    nodes,
    edges: Object.fromEntries(edges.map((arrow, index) => [`e${index}`, edgeOf(arrow)])),
    layout: layoutOf(
      Object.fromEntries(Object.keys(nodes).map((id, index) => [id, { x: index * 300, y: 0 }])),
    ),
  };
}

export function node(type: string, config: JsonObject, policy: PolicyInput = {}, title = type): Node {
  return { type, typeVersion: 1, title, config, policy: policySchema.parse(policy) };
}

export function start(...channels: string[]): Node {
  return node("start", { inputs: channels.map((channel) => ({ channel, required: true })) }, {}, "Start");
}

export function end(...outputs: string[]): Node {
  return node("end", { outputs }, {}, "End");
}

/** Adds its own name to a list channel: enough to see who ran, how often and when. */
export function mark(name: string, channel = "trail", policy: PolicyInput = {}): Node {
  return node("set-state", { assignments: [{ channel, value: JSON.stringify(name) }] }, policy, name);
}

/** A node that runs a drawing of its own. Pairs as `outside > inside` and `inside > outside`. */
export function subgraph(
  drawing: Drawing,
  inputs: string[] = [],
  outputs: string[] = [],
  policy: PolicyInput = {},
  title = "Subgraph",
): Node {
  const pairs = (list: string[]) =>
    list.map((pair) => {
      const [from = "", to = from] = pair.split(" > ");
      return { from, to };
    });
  const config = { graph: draw(drawing), inputs: pairs(inputs), outputs: pairs(outputs) };
  return node("subgraph", jsonObjectSchema.parse(config), policy, title);
}

/** A node that runs a drawing of its own for each entry of a list; `item` goes in, `result` is collected in `results`. */
export function map(
  drawing: Drawing,
  list: string,
  more: JsonObject = {},
  policy: PolicyInput = {},
  title = "Map",
): Node {
  const config = { list, graph: draw(drawing), item: "item", collect: "result", target: "results", ...more };
  return node("map", jsonObjectSchema.parse(config), policy, title);
}

export function branch(conditions: Record<string, string>): Node {
  return node("branch", {
    conditions: Object.entries(conditions).map(([id, when]) => ({ id, label: id, when })),
  });
}

export const trail: Channel = { type: "array", reducer: "append" };
export const text: Channel = { type: "string", reducer: "replace" };
export const count: Channel = { type: "number", reducer: "add" };

function edgeOf(arrow: Arrow): GraphDocument["edges"][string] {
  const match = /^([\w-]+)(?:\.([\w-]+))? > ([\w-]+)(?: x(\d+))?$/.exec(arrow);
  if (!match) throw new Error(`Not an arrow: ${arrow}`);
  const [, source = "", port = "out", target = "", cap] = match;
  return { source, port, target, ...(cap ? { cap: Number(cap) } : {}) };
}
