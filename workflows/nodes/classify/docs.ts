import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const classifyDocs: NodeDocs = {
  purpose:
    "Lets a model put one label, or all that fit, on a text or a conversation. The model can answer with nothing but your labels, so what it writes can be compared safely: a Switch behind it knows them. With a port for each label the run can go on by it at once. Say what belongs to a label where its name alone leaves room for doubt.",
  example: {
    title: "Which products a mail speaks of",
    summary: "The offline model finds the labels that stand in the text; a real one reads what it means.",
    document: exampleGraph({
      channels: {
        mail: holds("string", "What the customer wrote."),
        products: holds("array", "The products it speaks of."),
      },
      columns: [
        { start: startNode("mail") },
        {
          sort: innerNode("classify", "Which products?", {
            model: "offline/offline",
            text: "{{ mail }}",
            multiple: true,
            output: "products",
            labels: [
              { id: "kettle", label: "Kettle", description: "Everything that heats water." },
              { id: "toaster", label: "Toaster", description: "" },
              { id: "lamp", label: "Lamp", description: "" },
            ],
          }),
        },
        { end: endNode("products") },
      ],
      edges: ["start > sort", "sort > end"],
    }),
    input: { mail: "The lamp is fine, but the kettle leaks." },
    output: { products: ["Kettle", "Lamp"] },
  },
};
