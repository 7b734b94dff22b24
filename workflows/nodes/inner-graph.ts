import "@/workflows/graph/inner-schema";
import { z } from "zod";
import { type Channel, type ChannelType, channelNameSchema } from "@/workflows/graph/channel";
import type { ChannelPair } from "@/workflows/graph/channel-pair";
import { emptyDocument, graphDocumentSchema } from "@/workflows/graph/document";
import { type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";
import type { Node } from "@/workflows/graph/node";
import { own } from "@/workflows/graph/record";
import { subgraphSizeProblem } from "@/workflows/graph/subgraph";
import type { ChannelRead } from "./definition";
import { field } from "./field";
import { uniqueBy } from "./fields";

/** What node types share that run a graph of their own. */

/** Opaque to forms and to whoever walks settings: what stands inside is reached through `subgraph`. */
const graphSchema = z
  .unknown()
  .superRefine((graph, context) => {
    const problem = subgraphSizeProblem(graph);
    if (problem) context.addIssue({ code: "custom", message: problem });
  })
  .pipe(graphDocumentSchema);

export const graphField = field(graphSchema, { label: "Graph", control: "graph" });

export const channelHere = field(channelNameSchema, { label: "Channel here", control: "channel" });
export const channelInside = field(channelNameSchema, { label: "Channel inside", control: "inner-channel" });
export const filledOnce = uniqueBy((pair: ChannelPair) => pair.to, "A channel may be filled once");

export function inputsField(help: string) {
  return field(
    z
      .array(z.strictObject({ from: channelHere, to: channelInside }))
      .max(50)
      .default([])
      .refine(...filledOnce),
    { label: "Inputs", help },
  );
}

/** The channels out here that go in. */
export function readsOf(
  inputs: readonly ChannelPair[],
  channels: Readonly<Record<string, Channel>>,
): ChannelRead[] {
  return inputs.map(({ from, to }, index) => ({
    channel: from,
    field: `inputs.${index}.from`,
    types: typesFor(own(channels, to)),
  }));
}

/** What a channel inside can take. */
function typesFor(channel: Channel | undefined): readonly ChannelType[] | undefined {
  if (!channel || channel.type === "any" || channel.reducer === "append" || channel.reducer === "union")
    return undefined;
  if (channel.type === "array") return ["array", "messages"];
  return channel.type === "messages" ? ["messages", "string", "array", "object"] : [channel.type];
}

export function nodeCount(count: number): string {
  return count === 1 ? "1 node" : `${count} nodes`;
}

/** A node of a graph that comes with a node type. */
export function innerNode(type: string, title: string, config: JsonObject): Node {
  return { type, typeVersion: 1, title, config, policy: { onError: "fail" } };
}

/** A graph that leads from Start to End, to be filled. */
export function throughGraph(
  channels: Record<string, Channel>,
  inputs: { channel: string; required: boolean }[],
  outputs: string[],
): JsonObject {
  return jsonObjectSchema.parse({
    ...emptyDocument(),
    channels,
    nodes: { start: innerNode("start", "Start", { inputs }), end: innerNode("end", "End", { outputs }) },
    edges: { start_end: { source: "start", port: "out", target: "end" } },
    layout: layoutOf({ start: { x: 0, y: 0 }, end: { x: 640, y: 0 } }),
  });
}
