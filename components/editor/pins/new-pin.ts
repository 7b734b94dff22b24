import type { Channel } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Json } from "@/workflows/graph/json";
import { factsOf } from "@/workflows/graph/node-facts";
import type { Pin } from "@/workflows/graph/pin";
import { own } from "@/workflows/graph/record";
import { nodeDefinitions } from "@/workflows/nodes/registry";

/** A pin to be filled in: the node's first port, and an empty value for each channel that it writes. */
export function newPin(document: GraphDocument, nodeId: string): Pin {
  const node = own(document.nodes, nodeId);
  const facts = node && factsOf(node, nodeDefinitions);
  const written = [...new Set(facts?.writes.map(({ channel }) => channel))];
  const update = written.flatMap((name): [string, Json][] => {
    const channel = own(document.channels, name);
    return channel ? [[name, emptyOf(channel)]] : [];
  });
  return { port: facts?.ports[0]?.name ?? "out", update: Object.fromEntries(update) };
}

const empty: Record<Channel["type"], Json> = {
  string: "",
  number: 0,
  boolean: false,
  object: {},
  array: [],
  messages: [{ role: "assistant", content: "" }],
  any: null,
};

function emptyOf({ type }: Channel): Json {
  return empty[type];
}
