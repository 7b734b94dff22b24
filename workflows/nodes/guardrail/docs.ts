import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const guardrailDocs: NodeDocs = {
  purpose:
    "Stands before a model, for what people write, or behind one, for what it answers. It masks or refuses personal data and secrets, and refuses orders to the model, addresses, code, patterns, JSON of another shape, and topics that a model finds. What it masks for later is kept encrypted for the run, and a Guardrail behind the model can put it back: the model sees tags, the person the text. All reasons stand in the trace, never the values themselves. Card and account numbers must have their check digits right; signs of prompt injection are rules of thumb that a determined person gets round, so give the model behind it no more power than it needs.",
  example: {
    title: "Mask an address before the model sees it",
    summary: "The mail address is masked and the text passes; a text that gives orders would be refused.",
    document: exampleGraph({
      channels: {
        question: holds("string", "What somebody wrote."),
        checked: holds("string", "The same without personal data."),
        outcome: holds("string", "What goes on."),
      },
      columns: [
        { start: startNode("question") },
        {
          guard: innerNode("guardrail", "Is it safe?", {
            text: "{{ question }}",
            target: "checked",
            injection: "usual",
            personal: [
              { kind: "email", action: "mask" },
              { kind: "card", action: "block" },
            ],
          }),
        },
        {
          go: setNode("Go on", "outcome", "checked"),
          refuse: setNode("Refuse", "outcome", '"This cannot be answered."'),
        },
        { end: endNode("outcome") },
      ],
      edges: ["start > guard", "guard.passed > go", "guard.blocked > refuse", "go > end", "refuse > end"],
    }),
    input: { question: "Please write to robin@example.com about order 42." },
    output: { outcome: "Please write to [email] about order 42." },
  },
};
