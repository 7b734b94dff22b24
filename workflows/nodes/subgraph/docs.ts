import { jsonObjectSchema } from "@/workflows/graph/json";
import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";
import { sampleGraph } from "./graphs";

export const subgraphDocs: NodeDocs = {
  purpose:
    "Puts a part of a graph into one node, with channels of its own that nothing outside can touch. Inputs and outputs say which values go in and come out; its channels begin afresh at each visit. Select nodes and collapse them to make one, or open it to draw inside. For a graph that several agents share, publish it and use Call agent.",
  example: {
    title: "A headline from a topic",
    summary: "The topic goes in under another name, and one line comes out.",
    document: exampleGraph({
      channels: {
        topic: holds("string", "What it is about."),
        headline: holds("string", "What came out."),
      },
      columns: [
        { start: startNode("topic") },
        {
          write: innerNode("subgraph", "Write a headline", {
            graph: jsonObjectSchema.parse(sampleGraph),
            inputs: [{ from: "topic", to: "subject" }],
            outputs: [{ from: "line", to: "headline" }],
          }),
        },
        { end: endNode("headline") },
      ],
      edges: ["start > write", "write > end"],
    }),
    input: { topic: "tides" },
    output: { headline: "All about tides" },
  },
};
