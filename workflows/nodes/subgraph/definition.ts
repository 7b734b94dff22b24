import { z } from "zod";
import { type Channel, type ChannelType, channelNameSchema } from "@/workflows/graph/channel";
import { type ChannelPair, isWayBack } from "@/workflows/graph/channel-pair";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { own } from "@/workflows/graph/record";
import { subgraphSizeProblem } from "@/workflows/graph/subgraph";
import { defineNode } from "../define-node";
import { field } from "../field";
import { uniqueBy } from "../fields";
import { outPort } from "../ports";
import { newGraph, sampleGraph } from "./graphs";

/** Opaque to forms and to whoever walks settings: what stands inside is reached through `subgraph`. */
const graphSchema = z
  .unknown()
  .superRefine((graph, context) => {
    const problem = subgraphSizeProblem(graph);
    if (problem) context.addIssue({ code: "custom", message: problem });
  })
  .pipe(graphDocumentSchema);

const channelHere = field(channelNameSchema, { label: "Channel here", control: "channel" });
const channelInside = field(channelNameSchema, { label: "Channel inside", control: "inner-channel" });
const filledOnce = uniqueBy((pair: ChannelPair) => pair.to, "A channel may be filled once");

export const subgraphConfig = z.strictObject({
  graph: field(graphSchema, { label: "Graph", control: "graph" }),
  inputs: field(
    z
      .array(z.strictObject({ from: channelHere, to: channelInside }))
      .max(50)
      .default([])
      .refine(...filledOnce),
    { label: "Inputs", help: "What the graph inside begins with." },
  ),
  outputs: field(
    z
      .array(z.strictObject({ from: channelInside, to: channelHere }))
      .max(50)
      .default([])
      .refine(...filledOnce),
    {
      label: "Outputs",
      help: "What comes out when it has ended. A channel that went in brings what changed.",
    },
  ),
});

export const subgraphDefinition = defineNode({
  type: "subgraph",
  typeVersion: 1,
  title: "Subgraph",
  summary: "Runs a graph of its own, with channels of its own, as one node.",
  icon: "workflow",
  category: "flow",
  synonyms: ["group", "nested", "reuse", "module", "collapse", "encapsulate"],
  config: subgraphConfig,
  initial: { graph: newGraph, inputs: [], outputs: [] },
  ports: () => [outPort],
  subgraph: (config) => config,
  reads: ({ graph, inputs, outputs }) =>
    inputs.map((pair, index) => ({
      channel: pair.from,
      field: `inputs.${index}.from`,
      types: typesFor(own(graph.channels, pair.to)),
      // What goes back to where it came from may as well begin with nothing.
      optional: outputs.some((back) => isWayBack(pair, back)),
    })),
  writes: ({ graph, outputs }) =>
    outputs.map(({ from, to }, index) => ({
      channel: to,
      field: `outputs.${index}.to`,
      type: own(graph.channels, from)?.type,
    })),
  // A node inside that has finished is never run again when the run goes on after a pause.
  idempotent: () => true,
  describe: ({ graph, inputs }) => {
    const takes = inputs.map(({ from }) => from).join(", ");
    return nodeCount(Object.keys(graph.nodes).length) + (takes ? ` · takes ${takes}` : "");
  },
  sample: {
    config: {
      graph: sampleGraph,
      inputs: [{ from: "topic", to: "subject" }],
      outputs: [{ from: "line", to: "headline" }],
    },
    state: { topic: "tides" },
  },
});

/** What a channel inside can take. */
function typesFor(channel: Channel | undefined): readonly ChannelType[] | undefined {
  if (!channel || channel.type === "any" || channel.reducer === "append" || channel.reducer === "union")
    return undefined;
  if (channel.type === "array") return ["array", "messages"];
  return channel.type === "messages" ? ["messages", "string", "array", "object"] : [channel.type];
}

function nodeCount(count: number): string {
  return count === 1 ? "1 node" : `${count} nodes`;
}
