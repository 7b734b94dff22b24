import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const dateDocs: NodeDocs = {
  purpose:
    "Reads a date, moves it, counts to another one, writes it for people, or takes it apart. Days, months and years follow the calendar of the time zone, with its change of clocks; hours and less are exact. A date goes in as ISO or as seconds or milliseconds since 1970 and comes out as ISO with the offset of the zone. Without a date it takes the time when the node runs, and that is another one at each run.",
  example: {
    title: "When an invoice is due",
    summary: "Two weeks after the order, counted in the days of the customer’s time zone.",
    document: exampleGraph({
      channels: {
        ordered: holds("string", "When the order came in."),
        due: holds("string", "When it has to be paid."),
      },
      columns: [
        { start: startNode("ordered") },
        {
          it: innerNode("date", "Two weeks on", {
            operation: "add",
            date: "ordered",
            amount: "2",
            unit: "weeks",
            zone: "Europe/Berlin",
            output: "due",
          }),
        },
        { end: endNode("due") },
      ],
      edges: ["start > it", "it > end"],
    }),
    input: { ordered: "2026-03-20T12:00:00Z" },
    output: { due: "2026-04-03T13:00:00+02:00" },
  },
};
