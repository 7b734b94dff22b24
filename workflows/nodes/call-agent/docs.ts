import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const callAgentDocs: NodeDocs = {
  purpose:
    "Runs another published agent and waits for its end, pauses for people included. The called run has a thread, a trace and limits of its own; this one only sees what comes back. Without a version the live one is called, so name a version where a change over there must not surprise you here. Two agents that call each other in a circle are stopped.",
  example: {
    title: "Ask the order desk",
    summary:
      "The agent with the address order-help stands for one of yours; here it repeats what it was told.",
    document: exampleGraph({
      channels: {
        question: holds("string", "What is asked."),
        reply: holds("string", "What the other agent answered."),
      },
      columns: [
        { start: startNode("question") },
        {
          ask: innerNode("call-agent", "Ask the order desk", {
            slug: "order-help",
            inputs: [{ from: "question", to: "question" }],
            outputs: [{ from: "answer", to: "reply" }],
          }),
        },
        { end: endNode("reply") },
      ],
      edges: ["start > ask", "ask > end"],
    }),
    input: { question: "Where is order 42?" },
    output: { reply: 'order-help heard: {"question":"Where is order 42?"}' },
  },
};
