import { expect, it } from "vitest";
import type { Span } from "@/workflows/events/run-view";
import { emptyDocument } from "@/workflows/graph/document";
import { askedWith, referenceOf, valuesOf } from "./values";

const span: Span = {
  id: "m",
  kind: "model",
  name: "gpt",
  provider: "openai",
  status: "done",
  startedAt: 0,
  nodeId: "ask",
  messages: [
    { role: "user", content: "Hi" },
    { role: "assistant", content: "", toolCalls: [{ id: "1", name: "look", args: {} }] },
  ],
  request: { settings: { temperature: 0.5, max_tokens: 100 } },
};

it("begins with what was asked", () => {
  expect(valuesOf(span, "con/gpt")).toEqual({
    contents: ["Hi", ""],
    model: "con/gpt",
    temperature: "0.5",
    maxTokens: "100",
    times: "1",
  });
});

it("asks with the words that were typed, and keeps the calls that stand in between", () => {
  const values = {
    ...valuesOf(span, "con/gpt"),
    contents: ["Hello", ""],
    temperature: " ",
    maxTokens: "7",
    times: "3",
  };
  expect(askedWith(span, values)).toEqual({
    model: "con/gpt",
    messages: [{ role: "user", content: "Hello" }, span.messages?.[1]],
    maxTokens: 7,
    times: 3,
  });
});

it("finds the model among those that are offered where the graph does not name it", () => {
  const offered = [
    { reference: "con/other", model: "other", provider: "openai" },
    { reference: "con/gpt", model: "gpt", provider: "openai" },
  ];
  expect(referenceOf(span, emptyDocument(), offered)).toBe("con/gpt");
  expect(referenceOf(span, emptyDocument(), [])).toBe("");
});
