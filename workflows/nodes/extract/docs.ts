import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const extractDocs: NodeDocs = {
  purpose:
    "Reads facts out of a text or a conversation into an object of your JSON schema. Every answer is checked; one that does not fit goes back to the model with what is wrong about it, as often as you allow. In the end the node fails, or it keeps the fields that fit, sets the others to null and leaves by `Incomplete`, where a person may complete them. Allow null for what a text may lack, or the model is tempted to invent it.",
  example: {
    title: "An order out of a mail",
    summary: "The offline model finds an address and a number; what fits goes on.",
    document: exampleGraph({
      channels: {
        mail: holds("string", "What the customer wrote."),
        order: holds("object", "The facts in it."),
      },
      columns: [
        { start: startNode("mail") },
        {
          read: innerNode("extract", "Read the order", {
            model: "offline/offline",
            text: "{{ mail }}",
            output: "order",
            schema: {
              type: "object",
              properties: {
                email: { type: "string", format: "email" },
                quantity: { type: "integer", minimum: 1 },
              },
              required: ["email", "quantity"],
            },
          }),
        },
        { end: endNode("order") },
      ],
      edges: ["start > read", "read > end"],
    }),
    input: { mail: "Quantity: 12, please. Write to robin@example.com when it ships." },
    output: { order: { email: "robin@example.com", quantity: 12 } },
  },
};
