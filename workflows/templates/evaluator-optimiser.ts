import { endNode, exampleGraph, holds, startNode } from "@/workflows/nodes/example-graph";
import { innerNode } from "@/workflows/nodes/inner-graph";
import { asking } from "./patterns";
import type { Template } from "./template";

const better = "double(review.score) > bestScore";

export const evaluatorOptimiser: Template = {
  id: "evaluator-optimiser",
  title: "Evaluator and optimiser",
  summary:
    "Makes attempts that a second model scores by your criteria, and keeps the best; ends at a good score or after five.",
  sampleInput: {
    task: "A name for a bakery that opens at four in the morning.",
    criteria: "Short. Easy to say. Has to do with the hour.",
  },
  document: exampleGraph({
    channels: {
      task: holds("string", "What is to be made."),
      criteria: holds("string", "What makes it good."),
      attempt: holds("string", "The last attempt.", ""),
      review: holds("object", "Its score, and what would raise it.", { score: 0, advice: "" }),
      best: holds("string", "The best attempt so far.", ""),
      bestScore: holds("number", "Its score.", -1),
    },
    columns: [
      { start: startNode("task", "criteria") },
      {
        make: asking("model", "Make an attempt", {
          system: "You make what you are asked for, better each time. Answer with the result alone.",
          prompt:
            "Task: {{ task }}\n\nCriteria: {{ criteria }}\n\nThe best so far:\n{{ best }}\n\nAdvice on the last attempt:\n{{ review.advice }}",
          output: "attempt",
        }),
      },
      {
        evaluate: asking("extract", "Evaluate", {
          text: "Task: {{ task }}\n\nCriteria: {{ criteria }}\n\nAttempt:\n{{ attempt }}",
          instructions:
            "Score the attempt from 0 to 10 by the criteria alone: 10 meets all of them fully. Say what would raise the score most.",
          schema: {
            type: "object",
            properties: {
              score: { type: "number", minimum: 0, maximum: 10 },
              advice: { type: "string", description: "What would raise the score most." },
            },
            required: ["score", "advice"],
          },
          output: "review",
        }),
      },
      {
        keep: innerNode("set-state", "Keep the best", {
          assignments: [
            { channel: "best", value: `${better} ? attempt : best` },
            { channel: "bestScore", value: `${better} ? double(review.score) : bestScore` },
          ],
        }),
      },
      {
        enough: innerNode("branch", "Good enough?", {
          conditions: [{ id: "yes", label: "Yes", when: "bestScore >= 8.0" }],
        }),
      },
      { end: endNode("best", "bestScore") },
    ],
    edges: [
      "start > make",
      "make > evaluate",
      "evaluate > keep",
      "keep > enough",
      "enough.yes > end",
      "enough.else > make x4",
      "enough.limit > end",
    ],
  }),
};
