import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const moderateDocs: NodeDocs = {
  purpose:
    "Lets a model score what people or models wrote by categories of your own, and blocks what reaches the threshold. The scores and the reason stand in the trace. An answer that cannot be read blocks as well, so nothing passes unseen. Rules that need no judgement, such as patterns, secrets and personal data, are faster and cheaper in a Guardrail.",
  example: {
    title: "Comments are checked before they are shown",
    summary: "A friendly comment passes. The offline model cannot judge, so choose a real one for real use.",
    document: exampleGraph({
      channels: {
        comment: holds("string", "What somebody wrote."),
        outcome: holds("string", "What becomes of it."),
      },
      columns: [
        { start: startNode("comment") },
        {
          check: innerNode("moderate", "May it be shown?", {
            model: "offline/offline",
            text: "{{ comment }}",
            categories: [
              { label: "harassment", description: "Insults, threatens or bullies somebody." },
              { label: "advertising", description: "Wants to sell something." },
            ],
          }),
        },
        {
          show: setNode("Show", "outcome", '"Shown: " + comment'),
          hide: setNode("Hide", "outcome", '"Hidden"'),
        },
        { end: endNode("outcome") },
      ],
      edges: ["start > check", "check.allowed > show", "check.blocked > hide", "show > end", "hide > end"],
    }),
    input: { comment: "Thank you, that was quick!" },
    output: { outcome: "Shown: Thank you, that was quick!" },
  },
};
