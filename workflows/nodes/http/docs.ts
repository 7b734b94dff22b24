import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const httpDocs: NodeDocs = {
  purpose:
    "Calls a web address and writes what it answers to a channel. Keys belong into the workspace's secrets and are named as `{{ secrets.NAME }}`; they never reach the state or the trace. Addresses inside your own network are refused unless an administrator allows them. A request that changes something is not sent twice after a lost server unless you say that it may be; connect the error port to go on where the other side is down.",
  example: {
    title: "Look an order up",
    summary:
      "The address here stands for a server that repeats what it was asked; put your own in its place.",
    document: exampleGraph({
      channels: {
        orderId: holds("string", "Which order."),
        reply: holds("object", "What the server answered."),
      },
      columns: [
        { start: startNode("orderId") },
        {
          look: innerNode("http", "Look it up", {
            method: "GET",
            url: "https://api.example.com/orders/{{ orderId }}",
            query: [{ name: "fields", value: "status" }],
            parse: "json",
            output: "reply",
          }),
        },
        { end: endNode("reply") },
      ],
      edges: ["start > look", "look > end"],
    }),
    input: { orderId: "A-42" },
    output: { reply: { method: "GET", path: "/orders/A-42", query: { fields: "status" } } },
  },
};
