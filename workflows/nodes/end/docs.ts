import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";

export const endDocs: NodeDocs = {
  purpose:
    "A run ends here. The channels that are named as outputs make up its result: callers of the API, the chat and other agents get them and nothing else. A graph may have several Ends, each with outputs of its own. A channel that was never written is left out of the result.",
  example: {
    title: "Only the result comes back",
    summary: "The sum in between stays inside the run; the End gives back the average alone.",
    document: exampleGraph({
      channels: {
        first: holds("number", "A number."),
        second: holds("number", "Another number."),
        sum: holds("number", "Both together."),
        average: holds("number", "What the run gives back."),
      },
      columns: [
        { start: startNode("first", "second") },
        { add: setNode("Add", "sum", "first + second") },
        { halve: setNode("Halve", "average", "sum / 2") },
        { end: endNode("average") },
      ],
      edges: ["start > add", "add > halve", "halve > end"],
    }),
    input: { first: 4, second: 7 },
    output: { average: 5.5 },
  },
};
