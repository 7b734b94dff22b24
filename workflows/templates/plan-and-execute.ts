import { endNode, exampleGraph, holds, startNode } from "@/workflows/nodes/example-graph";
import { innerNode } from "@/workflows/nodes/inner-graph";
import { asking, moved } from "./patterns";
import type { Template } from "./template";

const steps = {
  type: "object",
  properties: {
    steps: {
      type: "array",
      items: { type: "string" },
      description: "What is still to be done, in order; empty when nothing is.",
    },
  },
  required: ["steps"],
};

export const planAndExecute: Template = {
  id: "plan-and-execute",
  title: "Plan and execute",
  summary:
    "A model plans, an agent does the first piece, and the plan is made anew with what came out, until none is left.",
  sampleInput: { goal: "Find out what 12 * 7 and 90 / 4 are, and which is more." },
  document: moved(
    exampleGraph({
      channels: {
        goal: holds("string", "What is to be reached."),
        plan: holds("object", "The steps that are left.", { steps: [] }),
        result: holds("string", "What the last step came to.", ""),
        done: {
          type: "array",
          reducer: "append",
          default: [],
          description: "The steps so far, with what they came to.",
        },
        answer: holds("string", "The answer at the end.", ""),
      },
      columns: [
        { start: startNode("goal") },
        {
          plan: asking("extract", "Plan", {
            text: "{{ goal }}",
            instructions:
              "Break this goal into at most five steps that one person could do one after the other.",
            schema: steps,
            output: "plan",
          }),
        },
        {
          left: innerNode("branch", "Steps left?", {
            conditions: [{ id: "yes", label: "Yes", when: "size(plan.steps) > 0" }],
          }),
        },
        {
          work: asking(
            "agent",
            "Do the next step",
            {
              system: "You do one step of a plan. Do this step alone, and say shortly what came out.",
              prompt:
                "The goal: {{ goal }}\n\nDone so far:\n{{ json(done) }}\n\nThe step: {{ plan.steps[0] }}",
              output: "result",
              tools: [{ type: "calculator", config: {} }],
            },
            "Give it the tools that its steps need.",
          ),
        },
        {
          note: innerNode("set-state", "Note what came out", {
            assignments: [{ channel: "done", value: '{"step": plan.steps[0], "result": result}' }],
          }),
        },
        {
          again: asking(
            "extract",
            "Plan again",
            {
              text: "Goal: {{ goal }}\n\nDone:\n{{ json(done) }}\n\nPlanned before: {{ json(plan.steps) }}",
              instructions:
                "Say which steps are left to reach the goal, given what was done and what came out. None, if it is reached.",
              schema: steps,
              output: "plan",
            },
            "The edge back has a cap: after six steps the answer is given with what is there.",
          ),
        },
        {
          answer: asking("model", "Answer", {
            system: "You answer with what was found out, and say what is still open.",
            prompt: "Goal: {{ goal }}\n\nWhat was done:\n{{ json(done) }}",
            output: "answer",
          }),
        },
        { end: endNode("answer", "done") },
      ],
      edges: [
        "start > plan",
        "plan > left",
        "left.yes > work",
        "left.else > answer",
        "work > note",
        "note > again",
        "again > left x5",
        "again.limit > answer",
        "answer > end",
      ],
    }),
    {
      work: { x: 960, y: 160 },
      note: { x: 1280, y: 160 },
      again: { x: 1600, y: 160 },
      answer: { x: 1920, y: 0 },
    },
  ),
};
