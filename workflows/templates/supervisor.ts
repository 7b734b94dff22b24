import { endNode, exampleGraph, holds, startNode } from "@/workflows/nodes/example-graph";
import { asking, moved } from "./patterns";
import type { Template } from "./template";

const worker = (title: string, system: string) =>
  asking("agent", title, {
    system,
    messages: "messages",
    prompt: "Your task: {{ task }}\n\nDo this and nothing else. The lead decides what comes next.",
  });

export const supervisor: Template = {
  id: "supervisor",
  title: "Supervisor",
  summary:
    "One agent leads: it hands pieces of the work to a researcher and a writer, and answers when all is there.",
  sampleInput: {
    messages: "Ask the researcher for the opening hours, then let the writer make a sign of it.",
  },
  document: moved(
    exampleGraph({
      channels: {
        messages: holds("messages", "The conversation, with what every worker said."),
        task: holds("string", "What the lead wants done next.", ""),
      },
      columns: [
        { start: startNode("messages") },
        {
          lead: asking(
            "agent",
            "Lead",
            {
              system:
                "You lead a small team. Hand over to the one who can do the next piece, one piece at a time, and say exactly what is to be done.",
              messages: "messages",
              prompt:
                "The request: {{ last(messages.filter(m, m.role == 'user')).content }}\n\nWhat is still missing? Hand it over. If nothing is missing, answer the request yourself.",
              handoffs: [
                { id: "researcher", label: "Researcher", purpose: "Finds out facts and checks them." },
                { id: "writer", label: "Writer", purpose: "Writes and improves texts." },
              ],
              taskChannel: "task",
            },
            "Each handoff is a port. A worker may be a Subgraph with a team of its own, or a published agent by Call agent. The caps keep the team from going on for ever.",
          ),
        },
        {
          researcher: worker("Researcher", "You find out facts. Say where you are not sure."),
          writer: worker("Writer", "You write short, plain texts from what the others found out."),
        },
        { end: endNode("messages") },
      ],
      edges: [
        "start > lead",
        "lead.researcher > researcher x3",
        "lead.writer > writer x3",
        "researcher > lead",
        "writer > lead",
        "lead > end",
        "lead.limit > end",
      ],
    }),
    {
      lead: { x: 320, y: -60 },
      researcher: { x: 680, y: 140 },
      writer: { x: 680, y: 300 },
      end: { x: 1040, y: -60 },
    },
  ),
};
