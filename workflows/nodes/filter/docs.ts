import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const filterDocs: NodeDocs = {
  purpose:
    "Keeps the entries of a list that meet a condition. The condition sees each entry as `item`, its place as `index`, and all channels. It has to give true or false for every entry: ask `has(item.total)` first where a key may be missing. The others can be written to a channel of their own, so nothing is lost.",
  example: {
    title: "Large orders first",
    summary: "Orders above a limit that the input sets are kept, the others go to a list of their own.",
    document: exampleGraph({
      channels: {
        orders: holds("array", "All orders."),
        least: holds("number", "From where an order is large."),
        large: holds("array", "Those above."),
        small: holds("array", "The others."),
      },
      columns: [
        { start: startNode("orders", "least") },
        {
          it: innerNode("filter", "Only large ones", {
            list: "orders",
            keep: "item.total > least",
            output: "large",
            rest: "small",
          }),
        },
        { end: endNode("large", "small") },
      ],
      edges: ["start > it", "it > end"],
    }),
    input: {
      orders: [
        { id: "A", total: 20 },
        { id: "B", total: 200 },
      ],
      least: 100,
    },
    output: { large: [{ id: "B", total: 200 }], small: [{ id: "A", total: 20 }] },
  },
};
