import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const transformDocs: NodeDocs = {
  purpose:
    "Builds a value in the shape that the next node needs: picks fields, renames them, works out new ones. Written as an expression, in which objects and lists look as in JSON. With `list` it makes one value for each entry, in their order. A key that may be missing is asked for with `has(…)` first, or the node fails and says at which entry.",
  example: {
    title: "Lines of an invoice",
    summary: "Every order becomes an object with a place, a name and a total.",
    document: exampleGraph({
      channels: {
        orders: holds("array", "What was ordered."),
        lines: holds("array", "What the invoice shows."),
      },
      columns: [
        { start: startNode("orders") },
        {
          it: innerNode("transform", "Make lines", {
            mode: "list",
            list: "orders",
            each: '{"place": index + 1, "name": item.name, "total": item.price * item.quantity}',
            output: "lines",
          }),
        },
        { end: endNode("lines") },
      ],
      edges: ["start > it", "it > end"],
    }),
    input: {
      orders: [
        { name: "Lamp", price: 20, quantity: 2 },
        { name: "Cable", price: 2.5, quantity: 4 },
      ],
    },
    output: {
      lines: [
        { place: 1, name: "Lamp", total: 40 },
        { place: 2, name: "Cable", total: 10 },
      ],
    },
  },
};
