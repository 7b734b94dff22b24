import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const fileDocs: NodeDocs = {
  purpose:
    "Writes, reads, lists or deletes files: of the run, of the conversation, or of the agent. What a run sees is listed on its page, to be downloaded, and goes when the run, conversation or agent goes. A write is made once, however often a lost worker makes the node run again; a file of the same name is replaced. A file has up to 10 MB, a run, conversation or agent 100 MB and 1,000 files. They lie in a folder of the installation, or in the bucket that its operator named.",
  example: {
    title: "Write a letter and look what is there",
    summary: "The letter is written to a file of the run, and the run's files are listed.",
    document: exampleGraph({
      channels: {
        letter: holds("string", "What is written."),
        files: holds("array", "The files of the run."),
      },
      columns: [
        { start: startNode("letter") },
        {
          write: innerNode("file", "Write it", {
            action: "write",
            name: "letters/one.txt",
            content: "letter",
          }),
        },
        { list: innerNode("file", "Look", { action: "list", prefix: "letters/", output: "files" }) },
        { end: endNode("files") },
      ],
      edges: ["start > write", "write > list", "list > end"],
    }),
    input: { letter: "Dear Ada" },
    output: { files: [{ name: "letters/one.txt", contentType: "text/plain; charset=utf-8", bytes: 8 }] },
  },
};
