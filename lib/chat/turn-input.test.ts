import { expect, test } from "vitest";
import { echoDocument } from "@/lib/agents/testing/documents";
import type { ChannelType } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import { turnInput } from "./turn-input";

/** A graph that takes these channels. */
function taking(inputs: Record<string, ChannelType>): GraphDocument {
  const document = echoDocument();
  for (const [channel, type] of Object.entries(inputs)) {
    document.channels[channel] = { type, reducer: type === "messages" ? "messages" : "replace" };
  }
  const names = Object.keys(inputs).map((channel) => ({ channel, required: true }));
  document.nodes.start = {
    type: "start",
    typeVersion: 1,
    title: "Start",
    policy: { onError: "fail" },
    config: { inputs: names },
  };
  return document;
}

test.each([
  ["the messages channel", taking({ note: "string", chat: "messages" }), { chat: "Hi" }],
  ["the only text", taking({ count: "number", question: "string" }), { question: "Hi" }],
])("a message goes to %s", (_, document, input) => {
  expect(turnInput(document, { message: "Hi" })).toEqual(input);
});

test("message and inputs go together", () => {
  const document = taking({ chat: "messages", language: "string" });
  const turn = { message: "Hi", input: { language: "de" } };
  expect(turnInput(document, turn)).toEqual({ language: "de", chat: "Hi" });
});

test("inputs alone stay as they are", () => {
  expect(turnInput(taking({}), { input: { a: 1 } })).toEqual({ a: 1 });
  expect(turnInput(taking({}), {})).toEqual({});
});

test.each([
  ["no text", taking({ count: "number" })],
  ["several texts", taking({ a: "string", b: "string" })],
])("a message for an agent that takes %s is refused", (_, document) => {
  expect(() => turnInput(document, { message: "Hi" })).toThrow(
    expect.objectContaining({
      code: "invalid_input",
      details: expect.objectContaining({ field: "message" }),
    }),
  );
});
