import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const parseDocs: NodeDocs = {
  purpose:
    "Turns a text into values: what a request answered, what a model wrote, what somebody pasted. A text that is not what it should be fails the node and says where, so connect its error port if that can happen. Nothing is fetched and nothing in the text is run; entities of its own in XML are refused, and so are texts that are longer or deeper than the bounds. A page as Markdown keeps headings, links and tables and is a good form for models.",
  example: {
    title: "Rows of a sheet",
    summary: "The text of a table becomes a list of objects, its numbers real numbers.",
    document: exampleGraph({
      channels: {
        sheet: holds("string", "Comma-separated values."),
        rows: holds("array", "One object for each row."),
      },
      columns: [
        { start: startNode("sheet") },
        {
          it: innerNode("parse", "Read the sheet", {
            text: "sheet",
            format: "csv",
            typed: true,
            output: "rows",
          }),
        },
        { end: endNode("rows") },
      ],
      edges: ["start > it", "it > end"],
    }),
    input: { sheet: 'name,age\nRobin,36\n"Kim, the second",41\n' },
    output: {
      rows: [
        { name: "Robin", age: 36 },
        { name: "Kim, the second", age: 41 },
      ],
    },
  },
};
