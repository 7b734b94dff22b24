import { emptyDocument } from "@/workflows/graph/document";
import { layoutOf } from "@/workflows/graph/layout";
import type { Template } from "./template";

export const chatAgent: Template = {
  id: "chat-agent",
  title: "Chat agent",
  summary: "Answers in a conversation and calculates with a tool instead of guessing.",
  sampleInput: { messages: [{ role: "user", content: "What is (12.5 + 3) * 4?" }] },
  document: {
    ...emptyDocument(),
    channels: {
      messages: {
        type: "messages",
        reducer: "messages",
        description: "The conversation: what the user wrote and what the assistant answered.",
      },
    },
    nodes: {
      start: {
        type: "start",
        typeVersion: 1,
        title: "Start",
        config: { inputs: [{ channel: "messages", required: true }] },
        policy: { onError: "fail" },
      },
      assistant: {
        type: "agent",
        typeVersion: 1,
        title: "Assistant",
        config: {
          model: "offline/offline",
          system:
            "You are a friendly assistant. Answer briefly and plainly. Use the calculator for every calculation, and the current time tool for questions about the date or time.",
          messages: "messages",
          tools: [
            { type: "calculator", attempts: 1, config: {} },
            { type: "current-time", attempts: 1, config: { timezone: "UTC" } },
          ],
          maxModelCalls: 8,
        },
        policy: { onError: "fail" },
        note: "Sees the whole conversation, may use its tools as often as it needs, and adds its answer.",
      },
      end: {
        type: "end",
        typeVersion: 1,
        title: "End",
        config: { outputs: ["messages"] },
        policy: { onError: "fail" },
      },
    },
    edges: {
      start_assistant: { source: "start", port: "out", target: "assistant" },
      assistant_end: { source: "assistant", port: "out", target: "end" },
    },
    layout: layoutOf({ start: { x: 0, y: 10 }, assistant: { x: 320, y: 0 }, end: { x: 640, y: 10 } }),
  },
};
