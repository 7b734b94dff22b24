import { describe, expect, it } from "vitest";
import { smallGraph, testNode } from "@/components/editor/testing/graph";
import { chatChannel, missingInputs, runInput, runInputs } from "./run-inputs";

function graph() {
  const document = smallGraph();
  document.channels = {
    messages: { type: "messages", reducer: "messages" },
    topic: { type: "string", reducer: "replace", description: "What about" },
    urgent: { type: "boolean", reducer: "replace" },
  };
  document.nodes.start = testNode("start", "Start", {
    inputs: [
      { channel: "messages", required: true },
      { channel: "topic", required: true },
      { channel: "urgent", required: true },
    ],
  });
  return document;
}

describe("inputs of a run", () => {
  const inputs = runInputs(graph());

  it("come from Start's channels, in order", () => {
    expect(inputs.map(({ channel, type }) => [channel, type])).toEqual([
      ["messages", "messages"],
      ["topic", "string"],
      ["urgent", "boolean"],
    ]);
    expect(chatChannel(inputs)).toBe("messages");
    expect(chatChannel(runInputs(smallGraph()))).toBeNull();
  });

  it.each([
    [{}, ["topic", "urgent"]],
    [{ topic: "", urgent: false }, ["topic"]],
    [{ topic: "Owls", urgent: true }, []],
  ])("%j lacks %j", (values, missing) => {
    expect(missingInputs(inputs, values)).toEqual(missing);
  });

  it("become channel values, the message as a list of one; what is no input is left out", () => {
    expect(runInput(inputs, { topic: "Owls", old: 1 }, "Hi")).toEqual({
      messages: [{ role: "user", content: "Hi" }],
      topic: "Owls",
      urgent: false,
    });
  });
});

it("a graph without Start takes nothing", () => {
  const document = smallGraph();
  document.nodes = {};
  expect(runInputs(document)).toEqual([]);
});
