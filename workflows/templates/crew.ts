import { endNode, exampleGraph, holds, startNode } from "@/workflows/nodes/example-graph";
import { asking, role } from "./patterns";
import type { Template } from "./template";

export const crew: Template = {
  id: "crew",
  title: "Crew",
  summary:
    "Three agents with a role, a goal and a task each work one after the other, each on what came before.",
  sampleInput: { topic: "Why old bridges are rebuilt rather than repaired." },
  document: exampleGraph({
    channels: {
      topic: holds("string", "What it is about."),
      notes: holds("string", "What the researcher found out.", ""),
      draft: holds("string", "What the writer made of it.", ""),
      article: holds("string", "The text as the editor lets it pass.", ""),
    },
    columns: [
      { start: startNode("topic") },
      {
        researcher: asking(
          "agent",
          "Researcher",
          {
            system: role(
              "a careful researcher",
              "collect what a reader needs to know, and no more",
              "you separate what is known from what is assumed",
            ),
            prompt: "Task: collect the five most important points.\n\nTopic: {{ topic }}",
            output: "notes",
          },
          "Give it tools, such as an HTTP request, to look things up.",
        ),
      },
      {
        writer: asking("agent", "Writer", {
          system: role(
            "a writer for a general public",
            "make people want to read on",
            "short sentences, one thought each",
          ),
          prompt:
            "Task: write three paragraphs from these notes.\n\nTopic: {{ topic }}\n\nNotes:\n{{ notes }}",
          output: "draft",
        }),
      },
      {
        editor: asking("agent", "Editor", {
          system: role(
            "an editor with an eye for nonsense",
            "let nothing pass that the notes do not say",
            "you cut more than you add",
          ),
          prompt:
            "Task: correct the draft against the notes, and answer with the final text alone.\n\nNotes:\n{{ notes }}\n\nDraft:\n{{ draft }}",
          output: "article",
        }),
      },
      { end: endNode("article") },
    ],
    edges: ["start > researcher", "researcher > writer", "writer > editor", "editor > end"],
  }),
};
