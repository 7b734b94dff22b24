import { AIMessageChunk } from "@langchain/core/messages";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";

export const say = (content: string) =>
  new AIMessageChunk({
    content,
    usage_metadata: { input_tokens: 1, output_tokens: 2, total_tokens: 3 },
  });
export const asksModel = (model: string) =>
  draw({
    channels: { q: text, answer: text },
    nodes: {
      s: start("q"),
      ask: node("model", { model, prompt: "{{ q }}", output: "answer" }),
      done: end("answer"),
    },
    edges: ["s > ask", "ask > done"],
  });
export const asksPerson = draw({
  channels: { q: text, answer: text },
  nodes: {
    s: start("q"),
    ask: node("human", {
      message: "{{ q }}?",
      edit: ["answer"],
      answers: [
        { id: "yes", label: "Yes", tone: "primary" },
        { id: "no", label: "No", tone: "danger" },
      ],
    }),
    fine: node("set-state", { assignments: [{ channel: "answer", value: '"fine"' }] }),
    bad: node("set-state", { assignments: [{ channel: "answer", value: "text(1 / 0)" }] }),
    done: end("answer"),
  },
  edges: ["s > ask", "ask.yes > fine", "ask.no > bad", "fine > done", "bad > done"],
});
export const calls = (slug: string, policy: object = {}, more: object = {}) => ({
  ...node("call-agent", {
    slug,
    inputs: [{ from: "q", to: "q" }],
    outputs: [{ from: "answer", to: "answer" }],
    ...more,
  }),
  policy: { onError: "fail" as const, ...policy },
});
export const calling = (slug: string, policy: object = {}, more: object = {}) =>
  draw({
    channels: { q: text, answer: text },
    nodes: {
      s: start("q"),
      call: calls(slug, policy, more),
      rescue: node("set-state", { assignments: [{ channel: "answer", value: "error.message" }] }),
      done: end("answer"),
    },
    edges: [
      "s > call",
      "call > done",
      ...("onError" in policy ? ["call.error > rescue"] : []),
      "rescue > done",
    ],
  });
