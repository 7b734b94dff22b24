import { describe, expect, it } from "vitest";
import { smallGraph, testNode } from "@/components/editor/testing/graph";
import { defaultValues, fittingValues, partInputs } from "./part-inputs";

function graph() {
  const document = smallGraph();
  document.channels = {
    topic: { type: "string", reducer: "replace", description: "What about" },
    tries: { type: "number", reducer: "add", default: 3 },
    answer: { type: "string", reducer: "replace" },
  };
  document.nodes.ask = testNode("model", "Ask", {
    model: "offline/offline",
    prompt: "{{ topic }}",
    output: "answer",
  });
  document.nodes.count = testNode("set-state", "Count", {
    assignments: [{ channel: "tries", value: "tries + size(answer)" }],
  });
  document.edges.e2 = { source: "ask", port: "out", target: "count" };
  document.edges.e3 = { source: "count", port: "out", target: "end" };
  return document;
}

describe("the channels of a part", () => {
  it("are those its nodes read", () => {
    const names = (part: Parameters<typeof partInputs>[1]) =>
      partInputs(graph(), part).map(({ channel }) => channel);
    expect(names({ from: "ask", until: "ask" })).toEqual(["topic"]);
    expect(names({ from: "ask" })).toEqual(["answer", "topic", "tries"]);
    expect(partInputs(graph(), { from: "ask", until: "ask" })).toEqual([
      { channel: "topic", type: "string", required: true, description: "What about" },
    ]);
  });

  it("have defaults", () => {
    expect(defaultValues(graph(), partInputs(graph(), { from: "ask" }))).toEqual({ tries: 3 });
  });
});

it("values of an earlier graph are left out where they do not fit any more", () => {
  const { channels } = graph();
  expect(fittingValues(channels, { topic: "Owls", tries: "three", answer: null, gone: 1 })).toEqual({
    topic: "Owls",
  });
});
