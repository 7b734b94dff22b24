import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const branchDocs: NodeDocs = {
  purpose:
    "Chooses one way on by conditions over the state. They are tried from top to bottom and the first that is true decides; if none is, the run leaves by `Else`. A condition has to give true or false: for a channel that may be empty, ask `has(…)` or compare with `null` first.",
  example: {
    title: "Large refunds take another way",
    summary: "Amounts above 500 go one way, all others the other.",
    document: exampleGraph({
      channels: {
        amount: holds("number", "What is to be paid back."),
        route: holds("string", "Who looks after it."),
      },
      columns: [
        { start: startNode("amount") },
        {
          size: innerNode("branch", "How much?", {
            conditions: [{ id: "large", label: "Large", when: "amount > 500" }],
          }),
        },
        {
          desk: setNode("To the desk", "route", '"A person checks it"'),
          pay: setNode("Pay at once", "route", '"Paid back at once"'),
        },
        { end: endNode("route") },
      ],
      edges: ["start > size", "size.large > desk", "size.else > pay", "desk > end", "pay > end"],
    }),
    input: { amount: 720 },
    output: { route: "A person checks it" },
  },
};
