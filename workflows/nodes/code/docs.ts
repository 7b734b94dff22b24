import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const codeDocs: NodeDocs = {
  purpose:
    "Runs JavaScript of your own where no other node does the job. The code sees the channels as `state` and returns a value; it has no files and no secrets, `fetch` only where its setting gives it, and stops at its limits of time and memory. Beside JavaScript itself it knows `console`, `crypto.hash` and `crypto.subtle.digest`, `TextEncoder` and `TextDecoder`, `btoa` and `atob`, `URL` and `URLSearchParams`. What it logs with `console.log` stands in the trace. For a single value, an expression in Set state is shorter and is checked while you type.",
  example: {
    title: "Count words",
    summary: "The returned object fills two channels by their names.",
    document: exampleGraph({
      channels: {
        text: holds("string", "Any text."),
        words: holds("number", "How many words it has."),
        longest: holds("string", "The longest of them."),
      },
      columns: [
        { start: startNode("text") },
        {
          count: innerNode("code", "Count", {
            code: [
              "const words = state.text.split(/\\s+/).filter(Boolean);",
              "const longest = [...words].sort((a, b) => b.length - a.length)[0];",
              "return { words: words.length, longest };",
            ].join("\n"),
            writes: "keys",
            outputs: ["words", "longest"],
          }),
        },
        { end: endNode("words", "longest") },
      ],
      edges: ["start > count", "count > end"],
    }),
    input: { text: "Signals change before trains move" },
    output: { words: 5, longest: "Signals" },
  },
};
