import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const notifyDocs: NodeDocs = {
  purpose:
    "Tells somebody something: an e-mail by the workspace's mail server, a message in Slack, Teams or Discord, or a call to a program of your own. A webhook is signed as Standard Webhooks has it, so that the receiver knows who sent it and when. A message is not sent twice after a lost server unless you say that it may be; then its `webhook-id` stays the same. To ask people something, use Human.",
  example: {
    title: "Tell the team of an order",
    summary: "A message goes to the team's chat; the address here stands for one that takes it.",
    document: exampleGraph({
      channels: { orderId: holds("string", "Which order.") },
      columns: [
        { start: startNode("orderId") },
        {
          tell: innerNode("notify", "Tell the team", {
            by: "slack",
            url: "https://hooks.example.com/team",
            title: "New order",
            text: "{{ orderId }} came in.",
          }),
        },
        { end: endNode("orderId") },
      ],
      edges: ["start > tell", "tell > end"],
    }),
    input: { orderId: "A-42" },
    output: { orderId: "A-42" },
  },
};
