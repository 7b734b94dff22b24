import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import { freeId } from "@/workflows/graph/free-id";
import type { JsonObject } from "@/workflows/graph/json";
import type { Node } from "@/workflows/graph/node";
import type { Border } from "./border";

/** Nodes of a graph as a graph of their own, with a Start and an End where its border is. */
export function graphOf(
  document: GraphDocument,
  ids: ReadonlySet<string>,
  border: Border,
  use: { channels: readonly string[]; inputs: readonly string[]; outputs: readonly string[] },
): GraphDocument {
  const nodes = pick(document.nodes, (id) => ids.has(id));
  const places = pick(document.layout.nodes, (id) => ids.has(id));
  const start = freeId(nodes, "start");
  const end = freeId(nodes, "end");
  const inputs = use.inputs.map((channel) => ({ channel, required: false }));
  const edges: Record<string, Edge> = Object.fromEntries(border.inside.map(({ id, ...edge }) => [id, edge]));
  for (const { id, target } of border.entries) edges[id] = { source: start, port: "out", target };
  for (const { id, source, port } of border.exits) edges[id] = { source, port, target: end };
  const xs = Object.values(places).map(({ x }) => x);
  const ys = Object.values(places).map(({ y }) => y);
  const y = Math.round(ys.reduce((sum, value) => sum + value, 0) / Math.max(1, ys.length));
  return {
    ...emptyDocument(),
    settings: document.settings,
    channels: pick(document.channels, (name) => use.channels.includes(name)),
    nodes: {
      ...nodes,
      [start]: made("start", "Start", { inputs }),
      [end]: made("end", "End", { outputs: [...use.outputs] }),
    },
    edges,
    layout: {
      nodes: {
        ...places,
        [start]: { x: Math.min(...xs) - 320, y },
        [end]: { x: Math.max(...xs) + 320, y },
      },
      groups: Object.fromEntries(
        Object.entries(document.layout.groups).filter(([, group]) => group.nodes.every((id) => ids.has(id))),
      ),
      stickies: {},
    },
    pins: pick(document.pins, (id) => ids.has(id)),
  };
}

function made(type: string, title: string, config: JsonObject): Node {
  return { type, typeVersion: 1, title, config, policy: { onError: "fail" } };
}

function pick<Value>(record: Readonly<Record<string, Value>>, keep: (key: string) => boolean) {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)));
}
