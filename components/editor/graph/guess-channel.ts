import type { Channel, ChannelType } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { factsOf } from "@/workflows/graph/node-facts";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { faceOf } from "@/workflows/nodes/registry.faces";

/** A channel that fits the field it is made for: of the type the node writes or reads there, else a text. */
export function guessChannel(
  document: GraphDocument,
  nodeId: string,
  field: string,
  name: string,
  config: JsonObject,
): Channel {
  const node = document.nodes[nodeId];
  if (!node) return { type: "string", reducer: "replace" };
  const { reads, writes } = factsOf({ ...node, config }, nodeDefinitions);
  const write = writes.find((each) => each.field === field || each.channel === name);
  const read = reads.find((each) => each.field === field || each.channel === name);
  const byName = name === "messages" ? "messages" : undefined;
  // What a run is started with is most often a text; what a node brings from elsewhere may be anything.
  const isInput = faceOf(node.type)?.role === "start";
  const type = write?.type ?? read?.types?.[0] ?? byName ?? (write && !isInput ? "any" : "string");
  return channelOf(type);
}

/** A new channel of a type. */
export function channelOf(type: ChannelType): Channel {
  return { type, reducer: type === "messages" ? "messages" : "replace" };
}
