import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const deduplicateDocs: NodeDocs = {
  purpose:
    "Leaves one entry of those that are the same. Without an expression the whole entry counts, whatever the order of its keys; with one, entries are the same where it gives the same value. Which of them is kept is up to you, the order of the list stays. What is left out can be written to a channel of its own.",
  example: {
    title: "Every address once",
    summary: "Addresses count as the same whatever their capitals.",
    document: exampleGraph({
      channels: {
        people: holds("array", "Who signed up."),
        unique: holds("array", "Everyone once."),
      },
      columns: [
        { start: startNode("people") },
        {
          it: innerNode("deduplicate", "Once each", {
            list: "people",
            by: "lower(item.email)",
            output: "unique",
          }),
        },
        { end: endNode("unique") },
      ],
      edges: ["start > it", "it > end"],
    }),
    input: {
      people: [{ email: "robin@example.com" }, { email: "Robin@example.com" }, { email: "kim@example.com" }],
    },
    output: { unique: [{ email: "robin@example.com" }, { email: "kim@example.com" }] },
  },
};
