import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { InterruptAnswer } from "@/workflows/events/interrupt";
import type { Channel } from "@/workflows/graph/channel";
import type { JsonObject } from "@/workflows/graph/json";
import { AnsweringModel } from "@/workflows/testing/answering-model";
import type { NodeServices } from "../ports";
import type { Story } from "./in-pieces";

const messages: Channel = { type: "messages", reducer: "messages" };
const calculator = (more: JsonObject = {}): JsonObject => ({ type: "calculator", config: {}, ...more });

/** Two sums are asked for one after the other, each with its approval; the second is changed. */
const approved: Story = {
  document: draw({
    channels: { messages, question: text, answer: text },
    nodes: {
      start: start("question"),
      agent: node("agent", {
        model: "offline/offline",
        system: "Calculate.",
        prompt: "{{ question }}",
        output: "answer",
        tools: [calculator({ approval: "always", attempts: 2 })],
      }),
      again: node("agent", {
        model: "offline/offline",
        prompt: "{{ question }}",
        messages: "messages",
        tools: [calculator({ approval: "when", approvalWhen: "size(args.expression) > 2", maxCalls: 3 })],
      }),
      end: end("answer", "messages"),
    },
    edges: ["start > agent", "agent > again", "again > end"],
  }),
  input: { question: "What is (12.5 + 3) * 4?" },
  services,
  answer: (_, earlier): InterruptAnswer =>
    earlier === 0
      ? { answer: "approve", args: { expression: "6 * 7" } }
      : { answer: "reject", text: "Not twice." },
};

/** All that an agent can do about long conversations, plans, tools and personal data, at once. */
const careful: Story = {
  document: draw({
    channels: { messages, plan: { type: "array", reducer: "replace" } },
    nodes: {
      start: start("messages"),
      agent: node("agent", {
        model: "offline/offline",
        fallbacks: [{ model: "offline/offline" }],
        system: "Write to boss@example.com.",
        messages: "messages",
        tools: [calculator(), { type: "current-time", config: { timezone: "UTC" } }],
        maxToolCalls: 9,
        summarise: true,
        summariseOver: 100,
        summariseKeep: 1,
        clearResults: true,
        clearOver: 100,
        todoList: true,
        todosChannel: "plan",
        chooseTools: true,
        chooseMost: 1,
        personal: [{ kind: "email", action: "hash" }],
        personalAnswers: true,
        handoffs: [{ id: "other", label: "Other", purpose: "Knows the rest." }],
      }),
      end: end("messages", "plan"),
    },
    edges: ["start > agent", "agent > end", "agent.other > end"],
  }),
  input: {
    messages: [
      { id: "m1", role: "user", content: `I am ada@example.com. ${"Really. ".repeat(80)}` },
      { id: "m2", role: "assistant", content: "Hello." },
      { id: "m3", role: "user", content: "Who am I?" },
    ],
  },
  services,
  answer: () => ({ answer: "none" }),
};

/** Agents that pause for a person, and agents with everything switched on. */
export const ofAgents: [string, Story][] = [
  ["agents whose tools need approval", approved],
  ["an agent with all its settings", careful],
];

/** Follows rules as the model of exported code does, so that both say the same. */
function services(): Partial<NodeServices> {
  return { models: { resolve: async () => new Calculating() } };
}

class Calculating extends AnsweringModel {
  override async _generate(asked: BaseMessage[]) {
    const last = asked.at(-1);
    const sum = last?.getType() === "human" ? /\(12[^?]*/.exec(last.text)?.[0] : undefined;
    const call = { id: "c1", name: "calculator", args: { expression: sum ?? "" } };
    const content = sum ? "" : `I read: ${last?.text ?? ""}`.slice(0, 80);
    const message = new AIMessage({ content, tool_calls: sum ? [call] : [] });
    return { generations: [{ message, text: message.text }] };
  }
}
