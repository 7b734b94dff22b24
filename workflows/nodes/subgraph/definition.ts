import { z } from "zod";
import { isWayBack } from "@/workflows/graph/channel-pair";
import { own } from "@/workflows/graph/record";
import { defineNode } from "../define-node";
import { field } from "../field";
import {
  channelHere,
  channelInside,
  filledOnce,
  graphField,
  inputsField,
  nodeCount,
  readsOf,
} from "../inner-graph";
import { outPort } from "../ports";
import { subgraphFace } from "./face";
import { newGraph, sampleGraph } from "./graphs";

export const subgraphConfig = z.strictObject({
  graph: graphField,
  inputs: inputsField("What the graph inside begins with."),
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
  ...subgraphFace,
  summary: "Runs a graph of its own, with channels of its own, as one node.",
  synonyms: ["group", "nested", "reuse", "module", "collapse", "encapsulate"],
  config: subgraphConfig,
  initial: { graph: newGraph, inputs: [], outputs: [] },
  ports: () => [outPort],
  subgraph: (config) => config,
  reads: ({ graph, inputs, outputs }) =>
    readsOf(inputs, graph.channels).map((read, index) => ({
      ...read,
      // What goes back to where it came from may as well begin with nothing.
      optional: outputs.some((back) => inputs[index] !== undefined && isWayBack(inputs[index], back)),
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
