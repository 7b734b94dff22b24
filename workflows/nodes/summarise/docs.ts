import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const summariseDocs: NodeDocs = {
  purpose:
    "Keeps a long conversation affordable: once it has more tokens than you say, a model sums up its older messages and the summary takes their place. The last messages stay word for word, and a tool's answer stays with its call. What was summed up is gone from the channel, though the trace and older checkpoints keep it. Put it in front of the Model or Agent that reads the conversation.",
  example: {
    title: "Two old messages become a summary",
    summary: "All but the last message are summed up, and what was said is a text of its own too.",
    document: exampleGraph({
      channels: {
        messages: holds("messages", "The conversation."),
        summary: holds("string", "What was said before."),
        left: holds("number", "How many messages are left."),
      },
      columns: [
        { start: startNode("messages") },
        {
          shorten: innerNode("summarise", "Shorten", {
            messages: "messages",
            over: 10,
            keep: 1,
            model: "offline/offline",
            output: "summary",
          }),
        },
        {
          count: innerNode("set-state", "Count", {
            assignments: [{ channel: "left", value: "size(messages)" }],
          }),
        },
        { end: endNode("left") },
      ],
      edges: ["start > shorten", "shorten > count", "count > end"],
    }),
    input: {
      messages: [
        { role: "user", content: "My order 42 has not come. It was promised for Monday." },
        { role: "assistant", content: "It was sent on Friday and waits at the depot in Leeds." },
        { role: "user", content: "Can I fetch it there?" },
      ],
    },
    output: { left: 2 },
  },
};
