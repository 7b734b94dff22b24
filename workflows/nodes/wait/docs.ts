import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, setNode, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const waitDocs: NodeDocs = {
  purpose:
    "Lets time pass, or waits until another system calls: at an Event address made before, or through the API by a key such as the number of an order. A waiting run needs no worker and survives restarts. A time that has passed already ends the wait at once, as does an event that came earlier to its address. What an event brings is checked against the JSON schema and written to a channel; an optional deadline has a port of its own. Whoever may answer approvals can cut a wait for a time short, unless you switch that off.",
  example: {
    title: "Remind somebody after two days",
    summary: "The run sleeps for two days and then writes the reminder; here somebody lets it go on sooner.",
    document: exampleGraph({
      channels: {
        task: holds("string", "What is to be done."),
        reminder: holds("string", "What is said later."),
      },
      columns: [
        { start: startNode("task") },
        { rest: innerNode("wait", "Two days", { wait: "for", amount: 2, unit: "days" }) },
        { remind: setNode("Remind", "reminder", '"Still open: " + task') },
        { end: endNode("reminder") },
      ],
      edges: ["start > rest", "rest > remind", "remind > end"],
    }),
    input: { task: "order new lamps" },
    answers: [{ answer: "skip" }],
    output: { reminder: "Still open: order new lamps" },
  },
};
