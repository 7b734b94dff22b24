import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";

export const startDocs: NodeDocs = {
  purpose:
    "Every graph begins at exactly one Start. Its inputs are the channels that whoever starts a run fills in: the form of a test run, the API and other agents ask for them. An input that is not required may be left out; its channel then holds its default. For an agent that people chat with, name its conversation channel here.",
  example: {
    title: "A form with two fields",
    summary: "The run asks for a name and takes a greeting too, which has a default.",
    document: exampleGraph({
      channels: {
        name: holds("string", "Who is greeted."),
        greeting: holds("string", "How they are greeted.", "Hello"),
        line: holds("string", "The whole greeting."),
      },
      columns: [
        {
          start: {
            ...startNode("name"),
            config: {
              inputs: [
                { channel: "name", required: true },
                { channel: "greeting", required: false },
              ],
            },
          },
        },
        { greet: setNode("Greet", "line", 'greeting + ", " + name + "!"') },
        { end: endNode("line") },
      ],
      edges: ["start > greet", "greet > end"],
    }),
    input: { name: "Robin" },
    output: { line: "Hello, Robin!" },
  },
};
