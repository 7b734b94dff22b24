import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const storeDocs: NodeDocs = {
  purpose:
    "Keeps values beyond the run: of this conversation, of the person who runs it, or of the agent for everybody, and never for another workspace. A value is read, set, added to, deleted, or listed with others whose keys begin alike; it may be forgotten after a while. A change is made once, however often a lost worker makes the node run again, and two runs that add to the same number both count. A value has up to 256 kB, a thread, person or agent up to 10,000 keys; what belongs to a thread or agent goes with it.",
  example: {
    title: "Greet people by how often they came",
    summary: "A number is kept for the conversation, and each run adds one to it.",
    document: exampleGraph({
      channels: {
        name: holds("string", "Who came."),
        times: holds("number", "How often so far."),
      },
      columns: [
        { start: startNode("name") },
        {
          count: innerNode("store", "Count", {
            action: "increment",
            scope: "thread",
            key: "visits/{{ name }}",
            by: "1",
            output: "times",
          }),
        },
        { end: endNode("times") },
      ],
      edges: ["start > count", "count > end"],
    }),
    input: { name: "Ada" },
    output: { times: 1 },
  },
};
