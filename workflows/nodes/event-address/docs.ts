import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const eventAddressDocs: NodeDocs = {
  purpose:
    "Makes a web address for this run alone, to be sent to another system before the run waits for its call. Whoever posts JSON to `url` wakes the Wait node that waits for `key`; that works once, and a call that comes before the run has got there is kept for it. The address stands in the channel as {key, url}, so treat the channel like a password: it is as good as one until it is used. A program with an API key can tell of the same event by its key.",
  example: {
    title: "Let the courier call back",
    summary: "The run sends the courier an address and goes on when the courier has called it.",
    document: exampleGraph({
      channels: {
        parcel: holds("string", "What is to be fetched."),
        address: holds("object", "Where the courier tells that it is done."),
        news: holds("object", "What the courier said."),
      },
      columns: [
        { start: startNode("parcel") },
        { address: innerNode("event-address", "Address", { output: "address", amount: 2, unit: "days" }) },
        {
          order: innerNode("notify", "Order the courier", {
            by: "webhook",
            url: "https://hooks.example.com/courier",
            title: "Fetch {{ parcel }}",
            text: "Tell us at {{ address.url }}",
          }),
        },
        {
          wait: innerNode("wait", "Until it is there", {
            wait: "event",
            key: "address.key",
            schema: {
              type: "object",
              properties: { delivered: { type: "boolean" } },
              required: ["delivered"],
            },
            output: "news",
          }),
        },
        { end: endNode("news") },
      ],
      edges: ["start > address", "address > order", "order > wait", "wait > end"],
    }),
    input: { parcel: "Six chairs" },
    answers: [{ answer: "arrived", payload: { delivered: true } }],
    output: { news: { delivered: true } },
  },
};
