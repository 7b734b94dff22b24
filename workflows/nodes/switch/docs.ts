import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const switchDocs: NodeDocs = {
  purpose:
    "Takes a port for each value that something can have, such as the category that a model chose. Texts have to be equal letter by letter, unless case is ignored; a number equals every way to write it. Whatever equals no case, an empty channel too, leaves by `Otherwise`. For ranges and for conditions over several channels, take a Branch.",
  example: {
    title: "Each kind of request has its desk",
    summary: "The kind of a request decides who answers it.",
    document: exampleGraph({
      channels: {
        kind: holds("string", "What the request is about."),
        desk: holds("string", "Who answers it."),
      },
      columns: [
        { start: startNode("kind") },
        {
          choose: innerNode("switch", "What is it about?", {
            value: "kind",
            ignoreCase: true,
            cases: [
              { id: "refund", label: "Refund", equals: "refund" },
              { id: "delivery", label: "Delivery", equals: "delivery" },
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
        "start > choose",
        "choose.refund > money",
        "choose.delivery > parcels",
        "choose.else > anyone",
        "money > end",
        "parcels > end",
        "anyone > end",
      ],
    }),
    input: { kind: "Delivery" },
    output: { desk: "Shipping" },
  },
};
