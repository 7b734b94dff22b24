import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const agentDocs: NodeDocs = {
  purpose:
    "A model that may use tools as often as it needs before it answers. Say in the instructions what each tool is for, and let a person approve the calls that cannot be taken back: always, or by a condition on their arguments. Keep the limits low; long conversations can be summarised, many tools chosen from, and personal data hidden from the model. With a handoff the model leaves by a port of its own, so that another agent takes over. Where one question and one answer are enough, a Model is cheaper and easier to follow.",
  example: {
    title: "Approve a call of a tool",
    summary:
      "The agent wants to calculate; a person changes the sum, and it answers with what that comes to.",
    document: exampleGraph({
      channels: {
        question: holds("string", "What is asked."),
        answer: holds("string", "What the agent answers."),
      },
      columns: [
        { start: startNode("question") },
        {
          assistant: innerNode("agent", "Assistant", {
            model: "offline/offline",
            system: "Use the calculator for every calculation.",
            prompt: "{{ question }}",
            output: "answer",
            tools: [
              { type: "calculator", approval: "when", approvalWhen: "size(args.expression) > 5", config: {} },
            ],
            maxModelCalls: 4,
          }),
        },
        { end: endNode("answer") },
      ],
      edges: ["start > assistant", "assistant > end"],
    }),
    input: { question: "What is (12.5 + 3) * 4?" },
    answers: [{ answer: "approve", args: { expression: "(12.5 + 3) * 5" } }],
    output: {
      answer:
        'The calculator tool says: A person changed the arguments to {"expression":"(12.5 + 3) * 5"}. Result: 77.5',
    },
  },
};
