import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const humanDocs: NodeDocs = {
  purpose:
    "Pauses the run until somebody answers, for minutes or for weeks; nothing is held open meanwhile. Each answer is a button and a port of its own. Show what the person needs for the decision, let them edit what they would otherwise send back, and draw a form for what only they know. Name assignees to say who may answer, let several people decide together, and set a deadline with a way out of its own. The pause stands in the inbox under Approvals and in the chat.",
  example: {
    title: "Correct a draft and send it",
    summary: "The person changes one word of the draft and lets it go on.",
    document: exampleGraph({
      channels: {
        draft: holds("string", "What is to be sent."),
        state: holds("string", "What became of it."),
      },
      columns: [
        { start: startNode("draft") },
        {
          review: innerNode("human", "Review", {
            message: "Send this?",
            edit: ["draft"],
            answers: [
              { id: "send", label: "Send", tone: "primary" },
              { id: "drop", label: "Drop", tone: "danger" },
            ],
          }),
        },
        {
          sent: setNode("Sent", "state", '"sent"'),
          dropped: setNode("Dropped", "state", '"dropped"'),
        },
        { end: endNode("draft", "state") },
      ],
      edges: ["start > review", "review.send > sent", "review.drop > dropped", "sent > end", "dropped > end"],
    }),
    input: { draft: "We open at 9 on Sunday." },
    answers: [{ answer: "send", edits: { draft: "We open at 9 on Monday." } }],
    output: { draft: "We open at 9 on Monday.", state: "sent" },
  },
};
