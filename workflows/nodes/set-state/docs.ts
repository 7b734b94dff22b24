import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const setStateDocs: NodeDocs = {
  purpose:
    "Computes values with expressions and writes them to channels. All of them see the state as it was before the node, so two channels can be swapped in one go. How a value joins what the channel holds is the channel's reducer: it takes its place, is added, or is appended. For a whole text use a Template; for lists Filter, Sort and their neighbours.",
  example: {
    title: "Work out a price",
    summary: "Two channels are computed side by side from the same order.",
    document: exampleGraph({
      channels: {
        order: holds("object", "What was ordered."),
        total: holds("number", "Quantity times price."),
        large: holds("boolean", "Whether it is worth a look."),
      },
      columns: [
        { start: startNode("order") },
        {
          price: innerNode("set-state", "Price", {
            assignments: [
              { channel: "total", value: "order.quantity * order.price" },
              { channel: "large", value: "order.quantity > 10" },
            ],
          }),
        },
        { end: endNode("total", "large") },
      ],
      edges: ["start > price", "price > end"],
    }),
    input: { order: { quantity: 12, price: 2.5 } },
    output: { total: 30, large: true },
  },
};
