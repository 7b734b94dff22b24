import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const sortDocs: NodeDocs = {
  purpose:
    "Puts a list in order by one value or several, worked out for each entry. Numbers go by size, texts as people sort them, with numbers inside texts counted as numbers; entries without a value come last in both directions. Entries that are equal stay as they were. With Keep the first it gives the top few.",
  example: {
    title: "The two cheapest offers",
    summary: "Sorted by price, and by name where prices are equal; only two are kept.",
    document: exampleGraph({
      channels: {
        offers: holds("array", "What was offered."),
        best: holds("array", "The first two."),
      },
      columns: [
        { start: startNode("offers") },
        {
          it: innerNode("sort", "Cheapest first", {
            list: "offers",
            orders: [
              { by: "item.price", direction: "ascending" },
              { by: "item.name", direction: "ascending" },
            ],
            most: 2,
            output: "best",
          }),
        },
        { end: endNode("best") },
      ],
      edges: ["start > it", "it > end"],
    }),
    input: {
      offers: [
        { name: "North", price: 30 },
        { name: "West", price: 20 },
        { name: "East", price: 20 },
      ],
    },
    output: {
      best: [
        { name: "East", price: 20 },
        { name: "West", price: 20 },
      ],
    },
  },
};
