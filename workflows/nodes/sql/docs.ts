import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const sqlDocs: NodeDocs = {
  purpose:
    "Asks a Postgres, MySQL, MariaDB or SQLite database and writes the rows to a channel. The connection is a workspace secret, so it reaches neither the state nor the trace; give it a database user with no more rights than the graph needs. Values go into placeholders and are never part of the SQL, so what people or models say cannot become a statement. The database itself refuses changes unless node and connection both allow them; then a change is not made again after a lost server unless you say that it may be. Dates, decimals and very large whole numbers come as texts, bytes as base64.",
  example: {
    title: "Look up an order's state",
    summary: "The connection here stands for a SQLite file; put your own in its place.",
    document: exampleGraph({
      channels: {
        orderId: holds("string", "Which order."),
        orders: holds("array", "What the database says of it."),
      },
      columns: [
        { start: startNode("orderId") },
        {
          look: innerNode("sql", "Look it up", {
            connection: "SHOP_DB",
            query: "select ? as id, 'sent' as state",
            values: [{ value: "orderId" }],
            output: "orders",
          }),
        },
        { end: endNode("orders") },
      ],
      edges: ["start > look", "look > end"],
    }),
    input: { orderId: "A-42" },
    output: { orders: [{ id: "A-42", state: "sent" }] },
  },
};
