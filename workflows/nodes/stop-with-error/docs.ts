import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const stopWithErrorDocs: NodeDocs = {
  purpose:
    "Ends the run as failed where your graph knows that it cannot go on, with words for whoever reads it. The code stands in the trace, in the API's answer and in `error.code`, so callers can tell one reason from another. Inside a Subgraph or a Map it fails that node, whose error port may take it. A retry would meet the same, so none is made.",
  example: {
    title: "Refuse a refund that is too large",
    summary: "Amounts above 500 end the run with the code too_much; this one is paid.",
    document: exampleGraph({
      channels: {
        amount: holds("number", "What is to be paid back."),
        outcome: holds("string", "What came of it."),
      },
      columns: [
        { start: startNode("amount") },
        {
          size: innerNode("branch", "How much?", {
            conditions: [{ id: "large", label: "Too much", when: "amount > 500" }],
          }),
        },
        {
          stop: innerNode("stop-with-error", "Refuse", {
            code: "too_much",
            message: "{{ amount }} is more than may be paid back at once.",
          }),
          pay: setNode("Pay", "outcome", '"Paid " + text(amount)'),
        },
        { end: endNode("outcome") },
      ],
      edges: ["start > size", "size.large > stop", "size.else > pay", "pay > end"],
    }),
    input: { amount: 120 },
    output: { outcome: "Paid 120" },
  },
};
