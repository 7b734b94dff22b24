import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const modelDocs: NodeDocs = {
  purpose:
    "Asks a model exactly once: to write, summarise, translate, or read facts out of a text. Give it a prompt, a conversation channel, or both; with the answer format `json` it answers with an object of your schema. Where a model has to use tools, take an Agent instead. The same prompt can get another answer the next time, so let a Branch, a Validate or a person decide before something is done with it.",
  example: {
    title: "Read an order out of a message",
    summary: "The answer is an object of the given shape, here filled by the offline model's fixed rules.",
    document: exampleGraph({
      channels: {
        mail: holds("string", "What the customer wrote."),
        order: holds("object", "The facts in it."),
      },
      columns: [
        { start: startNode("mail") },
        {
          read: innerNode("model", "Read the order", {
            model: "offline/offline",
            system: "Read the order out of the message.",
            prompt: "{{ mail }}",
            output: "order",
            format: "json",
            schema: {
              type: "object",
              properties: {
                email: { type: "string", format: "email" },
                quantity: { type: "integer" },
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
