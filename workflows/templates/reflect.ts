import { endNode, exampleGraph, holds, startNode } from "@/workflows/nodes/example-graph";
import { innerNode } from "@/workflows/nodes/inner-graph";
import { asking, moved } from "./patterns";
import type { Template } from "./template";

export const reflect: Template = {
  id: "reflect",
  title: "Reflect",
  summary: "Writes, looks at it critically, and revises until the critic accepts it, three times at most.",
  sampleInput: { task: "A notice for the hallway: the lift is out of order until Friday." },
  document: moved(
    exampleGraph({
      channels: {
        task: holds("string", "What is to be written."),
        draft: holds("string", "The text as it is now.", ""),
        review: holds("object", "What the critic says of it.", { accepted: false, critique: "" }),
      },
      columns: [
        { start: startNode("task") },
        {
          write: asking("model", "Write", {
            system: "You write plain, short texts. Answer with the text alone.",
            prompt: "{{ task }}",
            output: "draft",
          }),
        },
        {
          critique: asking(
            "extract",
            "Criticise",
            {
              text: "Task: {{ task }}\n\nText:\n{{ draft }}",
              instructions:
                "Judge the text by its task, strictly. Accept it only if you would change nothing. Else say precisely what to change.",
              schema: {
                type: "object",
                properties: {
                  accepted: { type: "boolean", description: "Whether nothing should be changed." },
                  critique: { type: "string", description: "What to change, and why." },
                },
                required: ["accepted", "critique"],
              },
              output: "review",
            },
            "A stronger model here than in Write makes the better pair.",
          ),
        },
        {
          accepted: innerNode("branch", "Accepted?", {
            conditions: [{ id: "yes", label: "Yes", when: "review.accepted == true" }],
          }),
        },
        {
          revise: asking("model", "Revise", {
            system:
              "You revise texts. Change what was criticised and nothing else. Answer with the text alone.",
            prompt: "Task: {{ task }}\n\nText:\n{{ draft }}\n\nCritique:\n{{ review.critique }}",
            output: "draft",
          }),
        },
        { end: endNode("draft", "review") },
      ],
      edges: [
        "start > write",
        "write > critique",
        "critique > accepted",
        "accepted.yes > end",
        "accepted.else > revise x3",
        "accepted.limit > end",
        "revise > critique",
      ],
    }),
    { revise: { x: 1280, y: 220 } },
  ),
};
