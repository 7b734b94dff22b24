import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const modelRouterDocs: NodeDocs = {
  purpose:
    "Lets a model decide which way a message takes, by what you say about each way. It also says how sure it is: below the least confidence, or where nothing fits, the run leaves by `No fit`, so draw there what is safe. The descriptions matter more than the names; say what belongs to a way and what does not. Where a value already says it, a Switch is exact and free.",
  example: {
    title: "Mail finds its desk by what it says",
    summary:
      "The offline model takes the way whose name stands in the text; a real one reads the descriptions.",
    document: exampleGraph({
      channels: {
        mail: holds("string", "What the customer wrote."),
        desk: holds("string", "Who answers it."),
      },
      columns: [
        { start: startNode("mail") },
        {
          route: innerNode("model-router", "Who answers?", {
            model: "offline/offline",
            text: "{{ mail }}",
            threshold: 0,
            routes: [
              { id: "refund", label: "Refund", description: "The customer wants money back." },
              { id: "delivery", label: "Delivery", description: "The customer asks where a parcel is." },
            ],
          }),
        },
        {
          money: setNode("Accounts", "desk", '"Accounts"'),
          parcels: setNode("Shipping", "desk", '"Shipping"'),
          anyone: setNode("Front desk", "desk", '"Front desk"'),
        },
        { end: endNode("desk") },
      ],
      edges: [
        "start > route",
        "route.refund > money",
        "route.delivery > parcels",
        "route.else > anyone",
        "money > end",
        "parcels > end",
        "anyone > end",
      ],
    }),
    input: { mail: "The delivery was promised for Monday and nothing came." },
    output: { desk: "Shipping" },
  },
};
