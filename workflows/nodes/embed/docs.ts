import type { NodeDocs } from "../docs";
import { endNode, exampleGraph, holds, startNode } from "../example-graph";
import { innerNode } from "../inner-graph";

export const embedDocs: NodeDocs = {
  purpose:
    "Turns one text or many into vectors: lists of numbers that are near each other where texts mean the same. Texts go out in batches, several at once, each a call with its tokens and cost in the trace. Vectors of different models cannot be compared, so keep to one model. The offline model counts words and knows no meaning; it is for trying out. Vectors take room in every checkpoint: embed what a run needs, and ask for fewer numbers where the model lets you.",
  example: {
    title: "Which note is nearest to a question",
    summary: "Question and notes are embedded, and a Code node takes the note whose vector is nearest.",
    document: exampleGraph({
      channels: {
        question: holds("string", "What somebody wants to know."),
        notes: holds("array", "What is known."),
        asked: holds("array", "The vector of the question."),
        vectors: holds("array", "A vector for each note."),
        nearest: holds("string", "The note that is nearest."),
      },
      columns: [
        { start: startNode("question", "notes") },
        {
          embedQuestion: innerNode("embed", "Embed the question", {
            model: "offline/offline",
            list: "question",
            purpose: "query",
            output: "asked",
          }),
          embedNotes: innerNode("embed", "Embed the notes", {
            model: "offline/offline",
            list: "notes",
            output: "vectors",
          }),
        },
        {
          choose: innerNode("code", "Nearest note", {
            code: [
              "const dot = (a, b) => a.reduce((sum, value, at) => sum + value * b[at], 0);",
              "const scores = state.vectors.map((vector) => dot(state.asked[0], vector));",
              "return state.notes[scores.indexOf(Math.max(...scores))];",
            ].join("\n"),
            output: "nearest",
          }),
        },
        { end: endNode("nearest") },
      ],
      edges: [
        "start > embedQuestion",
        "start > embedNotes",
        "embedQuestion > choose",
        "embedNotes > choose",
        "choose > end",
      ],
    }),
    input: {
      question: "Which kettle leaks?",
      notes: ["Lamps come in three colours.", "The blue kettle leaks at its handle.", "A toaster is cheap."],
    },
    output: { nearest: "The blue kettle leaks at its handle." },
  },
};
