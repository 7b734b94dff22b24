import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const aggregateDocs: NodeDocs = {
  purpose:
    "Works out figures over a list: how many, the sum, the average, the least, the most, or all values as a list. With groups it gives one object for each, in the order in which they are met; without, one object for the whole list. Entries without a value do not count. A sum over texts fails and says so, so convert them with `double(…)` first.",
  example: {
    title: "Sales by country",
    summary: "One row for each country, with the number of orders and what they add up to.",
    document: exampleGraph({
      channels: {
        orders: holds("array", "All orders."),
        report: holds("array", "One row for each country."),
      },
      columns: [
        { start: startNode("orders") },
        {
          it: innerNode("aggregate", "Add up", {
            list: "orders",
            groups: [{ name: "country", by: "item.country" }],
            figures: [
              { name: "orders", figure: "count" },
              { name: "total", figure: "sum", of: "item.total" },
            ],
            output: "report",
          }),
        },
        { end: endNode("report") },
      ],
      edges: ["start > it", "it > end"],
    }),
    input: {
      orders: [
        { country: "NO", total: 10 },
        { country: "SE", total: 5 },
        { country: "NO", total: 20.5 },
      ],
    },
    output: {
      report: [
        { country: "NO", orders: 2, total: 30.5 },
        { country: "SE", orders: 1, total: 5 },
      ],
    },
  },
};
