import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const errorHandlerDocs: NodeDocs = {
  purpose:
    "Goes behind the error ports of other nodes, which their settings open under “When it fails”, and takes another way for each kind of failure. Kinds are the codes that the trace shows: a time limit, a rate limit, a service that is away, a refusal, an answer that does not fit; or the codes you list, such as those of Stop with error. Several nodes can share one handler, for `error` is why the last of them failed. What no case takes leaves by `Other`, and so does a run that comes by without a failure.",
  example: {
    title: "Try an answer that has no such field",
    summary: "Reading a field that is not there fails, and the handler leads to an apology.",
    document: exampleGraph({
      channels: {
        order: holds("object", "The order as it came."),
        outcome: holds("string", "What came of it."),
        why: holds("object", "What went wrong."),
      },
      columns: [
        { start: startNode("order") },
        {
          read: {
            ...setNode("Read the total", "outcome", '"Total: " + text(order.total)'),
            policy: { onError: "port" as const },
          },
        },
        {
          handle: innerNode("error-handler", "What went wrong?", {
            cases: [
              { id: "slow", label: "Took too long", kind: "timeout" },
              { id: "broken", label: "Does not fit", kind: "invalid" },
            ],
            output: "why",
          }),
        },
        {
          later: setNode("Later", "outcome", '"Please try again later."'),
          sorry: setNode("Say so", "outcome", '"We could not read this order (" + text(why.code) + ")."'),
        },
        { end: endNode("outcome") },
      ],
      edges: [
        "start > read",
        "read > end",
        "read.error > handle",
        "handle.slow > later",
        "handle.broken > sorry",
        "handle.else > later",
        "later > end",
        "sorry > end",
      ],
    }),
    input: { order: { number: 42 } },
    output: { outcome: "We could not read this order (expression_failed)." },
  },
};
