import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const validateDocs: NodeDocs = {
  purpose:
    "Checks a value before something is done with it, such as the answer of a model or the input of a caller. The run leaves by `Valid` or `Invalid`; what is wrong can be written to a channel, as a path and a sentence for each. Lead `Invalid` back to the model with these sentences in its prompt, with a cap on that edge. References stay inside the schema, and patterns are RE2: no lookahead, no time lost.",
  example: {
    title: "Only whole orders go on",
    summary: "An order without a quantity leaves by Invalid, and the list says why.",
    document: exampleGraph({
      channels: {
        order: holds("object", "What came in."),
        problems: holds("array", "What is wrong with it."),
        state: holds("string", "What became of it."),
      },
      columns: [
        { start: startNode("order") },
        {
          it: innerNode("validate", "Check the order", {
            value: "order",
            schema: {
              type: "object",
              properties: {
                id: { type: "string", pattern: "^[A-Z]-[0-9]+$" },
                quantity: { type: "integer", minimum: 1 },
              },
              required: ["id", "quantity"],
            },
            errors: "problems",
          }),
        },
        {
          take: setNode("Take it", "state", '"taken"'),
          back: setNode("Send it back", "state", '"sent back"'),
        },
        { end: endNode("state", "problems") },
      ],
      edges: ["start > it", "it.valid > take", "it.invalid > back", "take > end", "back > end"],
    }),
    input: { order: { id: "A-42" } },
    output: {
      state: "sent back",
      problems: [{ path: "", message: 'Instance does not have required property "quantity".' }],
    },
  },
};
