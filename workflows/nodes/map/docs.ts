import { jsonObjectSchema } from "@/workflows/graph/json";
import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";
import { sampleGraph } from "./graphs";

export const mapDocs: NodeDocs = {
  purpose:
    "Runs a graph of its own once for each entry of a list, several at a time, and collects what they come to in the list's order. An entry that has ended is not run again after a pause or a lost server. Say what happens where one fails: stop all, leave it out, or note the error in its place. Where an expression is enough, Transform does it without a run for each entry.",
  example: {
    title: "Greet a list of people",
    summary: "Every name goes through the graph inside; the lines come back in the order of the names.",
    document: exampleGraph({
      channels: {
        names: holds("array", "Who is greeted."),
        greeting: holds("string", "The same for all.", "Hello"),
        lines: holds("array", "One line for each."),
      },
      columns: [
        { start: startNode("names") },
        {
          each: innerNode("map", "Each name", {
            list: "names",
            graph: jsonObjectSchema.parse(sampleGraph),
            item: "name",
            index: "place",
            inputs: [{ from: "greeting", to: "greeting" }],
            collect: "line",
            target: "lines",
          }),
        },
        { end: endNode("lines") },
      ],
      edges: ["start > each", "each > end"],
    }),
    input: { names: ["Robin", "Kim"] },
    output: { lines: ["1. Hello, Robin", "2. Hello, Kim"] },
  },
};
