import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const templateDocs: NodeDocs = {
  purpose:
    'Writes a text with values in it: a letter, a message, a prompt that several nodes share. What stands between double braces is an expression; nothing becomes an empty text, objects and lists become JSON. For a list of lines, join it: `{{ join(names, ", ") }}`. A Model has a template of its own for its prompt and needs no node before it for that.',
  example: {
    title: "A letter to a customer",
    summary: "Name and order number are filled in, and what is missing stays empty.",
    document: exampleGraph({
      channels: {
        customer: holds("object", "Who is written to."),
        items: holds("array", "What was ordered."),
        letter: holds("string", "The whole letter."),
      },
      columns: [
        { start: startNode("customer", "items") },
        {
          it: innerNode("template", "Write the letter", {
            text: 'Dear {{ customer.name }},\nyour {{ join(items, " and ") }} left today.',
            output: "letter",
          }),
        },
        { end: endNode("letter") },
      ],
      edges: ["start > it", "it > end"],
    }),
    input: { customer: { name: "Robin" }, items: ["lamp", "cable"] },
    output: { letter: "Dear Robin,\nyour lamp and cable left today." },
  },
};
