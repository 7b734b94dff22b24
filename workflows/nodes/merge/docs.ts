import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const mergeDocs: NodeDocs = {
  purpose:
    "Puts several lists or objects into one. Lists stand one after the other; of objects the later one wins where both have a key. With `by-key`, entries of lists that belong together become one entry, as in a table with a look-up: keep all of them, those of the first list, or those that every list has. Lists that parallel branches write need no node: let their channel append.",
  example: {
    title: "Customers with their orders",
    summary: "Entries with the same id become one; everyone in the first list is kept.",
    document: exampleGraph({
      channels: {
        customers: holds("array", "Who buys."),
        orders: holds("array", "What they bought."),
        joined: holds("array", "Both together."),
      },
      columns: [
        { start: startNode("customers", "orders") },
        {
          it: innerNode("merge", "Look orders up", {
            mode: "by-key",
            sources: [{ value: "customers" }, { value: "orders" }],
            key: "item.id",
            keep: "first",
            output: "joined",
          }),
        },
        { end: endNode("joined") },
      ],
      edges: ["start > it", "it > end"],
    }),
    input: {
      customers: [
        { id: 1, name: "Robin" },
        { id: 2, name: "Kim" },
      ],
      orders: [
        { id: 2, total: 30 },
        { id: 3, total: 9 },
      ],
    },
    output: {
      joined: [
        { id: 1, name: "Robin" },
        { id: 2, name: "Kim", total: 30 },
      ],
    },
  },
};
