import type { Channel } from "@/workflows/graph/channel";
import { emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import type { JsonObject } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";
import type { Node } from "@/workflows/graph/node";

interface Sketch {
  /** Config by node id; nodes that only edges name are added as plain steps. */
  nodes?: Record<string, JsonObject>;
  /** `a > b` by the port `out`, `a.yes > b` by another, `a > b x5` with a cap; several with `;` between. */
  edges: string;
  channels?: Record<string, Channel>;
  policies?: Record<string, Node["policy"]>;
}

/** A document from a few words. Ids that begin with `start`, `end` or `sub` get that type, all others are steps. */
export function sketch({ nodes = {}, edges, channels = {}, policies = {} }: Sketch): GraphDocument {
  const drawn = edges
    .split(";")
    .map((text) => text.trim())
    .filter(Boolean)
    .map(edgeOf);
  const ids = new Set([...Object.keys(nodes), ...drawn.flatMap(({ source, target }) => [source, target])]);
  const list = [...ids].filter((id) => !id.startsWith("ghost"));
  return {
    ...emptyDocument(),
    channels,
    nodes: Object.fromEntries(list.map((id) => [id, nodeOf(id, nodes[id] ?? {}, drawn, policies[id])])),
    edges: Object.fromEntries(drawn.map((edge, index) => [`e${index + 1}`, edge])),
    layout: layoutOf(Object.fromEntries(list.map((id, index) => [id, { x: index * 300, y: 0 }]))),
  };
}

function nodeOf(id: string, config: JsonObject, edges: Edge[], policy: Node["policy"] | undefined): Node {
  const type = ["start", "end", "sub"].find((role) => id.startsWith(role)) ?? "step";
  const used = [...new Set(edges.filter((edge) => edge.source === id).map((edge) => edge.port))];
  const drawnPorts: JsonObject =
    type === "step" && !("ports" in config) ? { ports: used.filter((port) => port !== "error") } : {};
  return {
    type,
    typeVersion: type === "step" ? 2 : 1,
    title: id.toUpperCase(),
    config: { ...drawnPorts, ...config },
    policy: policy ?? { onError: "fail" },
  };
}

function edgeOf(text: string): Edge {
  const [, source = "", port = "out", target = "", cap] =
    /^([\w-]+)(?:\.([\w-]+))?\s*>\s*([\w-]+)(?:\s+x(\d+))?$/.exec(text) ?? [];
  return { source, port, target, ...(cap ? { cap: Number(cap) } : {}) };
}
