import { endNode, exampleGraph, holds, startNode } from "@/workflows/nodes/example-graph";
import { innerNode } from "@/workflows/nodes/inner-graph";
import { asking, moved, noted } from "./patterns";
import type { Template } from "./template";

const peers = {
  desk: { id: "desk", label: "Front desk", purpose: "Everything that is nobody else's." },
  billing: { id: "billing", label: "Billing", purpose: "Invoices, payments and refunds." },
  support: { id: "support", label: "Support", purpose: "Things that do not work." },
};

const peer = (id: string, title: string, system: string) =>
  asking("agent", title, {
    system: `${system} Hand over where somebody else should answer, without asking first.`,
    messages: "messages",
    handoffs: Object.entries(peers).flatMap(([other, handoff]) => (other === id ? [] : [handoff])),
    activeChannel: "active",
  });

export const swarm: Template = {
  id: "swarm",
  title: "Swarm",
  summary: "Equal agents hand a conversation to one another; the next message goes to whoever had it last.",
  sampleInput: { messages: "Hello! Something is wrong with my last bill. Is that for billing?" },
  document: moved(
    exampleGraph({
      channels: {
        messages: holds("messages", "The conversation; all agents read all of it."),
        active: holds("string", "Who has the conversation. Stays on the thread between messages.", ""),
      },
      columns: [
        { start: startNode("messages") },
        {
          whose: noted(
            innerNode("switch", "Who has it?", {
              value: "active",
              cases: (["billing", "support"] as const).map((id) => ({
                id,
                label: peers[id].label,
                equals: id,
              })),
            }),
            "A new message of the thread begins at the agent that was handed over to last.",
          ),
        },
        {
          billing: peer("billing", "Billing", "You know invoices, payments and refunds."),
          desk: peer("desk", "Front desk", "You greet people and answer simple questions."),
          support: peer("support", "Support", "You help where something does not work."),
        },
        { end: endNode("messages") },
      ],
      edges: [
        "start > whose",
        "whose.else > desk",
        "whose.billing > billing",
        "whose.support > support",
        ...Object.keys(peers).flatMap((id) => [
          ...Object.keys(peers).flatMap((other) => (other === id ? [] : [`${id}.${other} > ${other} x3`])),
          `${id} > end`,
          `${id}.limit > end`,
        ]),
      ],
    }),
    {
      desk: { x: 640, y: -20 },
      billing: { x: 1000, y: -300 },
      support: { x: 1360, y: 80 },
      end: { x: 1760, y: -80 },
    },
  ),
};
