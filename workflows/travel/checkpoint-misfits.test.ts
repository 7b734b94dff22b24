import { describe, expect, it, test } from "vitest";
import { draw, end, mark, start, text, trail } from "@/workflows/compile/testing/draw";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { checkpointMisfits } from "./checkpoint-misfits";

const ran = draw({
  channels: { word: text, trail },
  nodes: { s: start("word"), a: mark("a"), b: mark("b"), done: end("trail") },
  edges: ["s > a", "a > b", "b > done"],
});
const misfits = (graph: GraphDocument, values: JsonObject = { word: "x", trail: ["a"] }) =>
  checkpointMisfits({ document: ran, values, next: ["b"] }, graph);
const withNode = (id: string, change: object): GraphDocument => ({
  ...ran,
  nodes: Object.fromEntries(
    Object.entries(ran.nodes).map(([each, node]) => [each, each === id ? { ...node, ...change } : node]),
  ),
});
const withChannels = (channels: GraphDocument["channels"]): GraphDocument => ({ ...ran, channels });

it("finds nothing where the graph is the same, or differs in what is past", () => {
  expect(misfits(ran)).toEqual([]);
  expect(misfits(withNode("a", { type: "code", title: "Other" }))).toEqual([]);
  expect(misfits(withChannels({ ...ran.channels, more: text }))).toEqual([]);
});

describe("nodes that come next", () => {
  const { b: _b, ...without } = ran.nodes;
  test.each([
    ["are gone", { ...ran, nodes: without }, /“b” comes next here, and the draft has no such node/],
    ["are off", withNode("b", { disabled: true }), /“b” comes next here, and is turned off/],
    ["are of another type", withNode("b", { type: "code" }), /of another type in the draft \(code\)/],
  ])("%s", (_name, graph, message) => {
    expect(misfits(graph)).toEqual([
      { severity: "error", nodeId: "b", message: expect.stringMatching(message) },
    ]);
  });
});

describe("channels", () => {
  it("that are gone lose their value, and the run may go on", () => {
    const [misfit, ...more] = misfits(withChannels({ trail }));
    expect(misfit).toMatchObject({ severity: "warning", channel: "word" });
    expect(more).toEqual([]);
  });

  it("of another type are named with both types", () => {
    expect(misfits(withChannels({ word: { type: "number", reducer: "replace" }, trail }))).toEqual([
      {
        severity: "error",
        channel: "word",
        message: "The channel “word” holds string here, and the draft wants number.",
      },
    ]);
  });

  it("that became messages, or were, do not fit although both are lists", () => {
    const messages = { type: "messages", reducer: "messages" } as const;
    expect(misfits(withChannels({ word: text, trail: messages }))).toMatchObject([{ channel: "trail" }]);
  });

  it("of another type fit where their value does", () => {
    expect(misfits(withChannels({ word: { type: "any", reducer: "replace" }, trail }))).toEqual([]);
    const other = withChannels({ word: { type: "number", reducer: "replace" }, trail });
    expect(misfits(other, { word: null, trail: [] })).toEqual([]);
  });
});
