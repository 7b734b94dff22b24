import { describe, expect, it } from "vitest";
import { smallGraph, testNode } from "@/components/editor/testing/graph";
import { byName, channelEntries, shownEntries } from "./channel-list";

const small = smallGraph();
const document = {
  ...small,
  channels: {
    topic: { type: "string" as const, reducer: "replace" as const },
    score: { type: "number" as const, reducer: "add" as const, default: 0 },
    ...small.channels,
  },
  nodes: {
    ...small.nodes,
    start: testNode("start", "Start", { inputs: [{ channel: "topic" }] }),
    check: testNode("branch", "Check", {
      conditions: [
        { id: "a", label: "A", when: "score > 1 && topic != ''" },
        { id: "b", label: "B", when: "score > 2" },
      ],
    }),
  },
};
const entries = channelEntries(document, []);
const names = (search: string, sort = byName) => shownEntries(entries, search, sort).map(({ name }) => name);

describe("channelEntries", () => {
  it("knows who writes and who reads, each node once", () => {
    const users = Object.fromEntries(
      entries.map(({ name, writers, readers }) => [
        name,
        [writers.map(({ title }) => title), readers.map(({ title, field }) => `${title} ${field}`)],
      ]),
    );
    expect(users).toEqual({
      topic: [["Start"], ["Check conditions.0.when"]],
      score: [[], ["Check conditions.0.when"]],
      answer: [["Ask"], ["End outputs.0"]],
    });
  });
});

describe("shownEntries", () => {
  it.each([
    ["", ["answer", "score", "topic"]],
    ["top", ["topic"]],
    ["number", ["score"]],
    ["check", ["score", "topic"]],
    ["nowhere", []],
  ])("finds %j by name, type and node", (search, expected) => {
    expect(names(search)).toEqual(expected);
  });

  it("sorts by any column, equals by name, what is missing last", () => {
    expect(names("", { by: "type", direction: "asc" })).toEqual(["score", "answer", "topic"]);
    expect(names("", { by: "writers", direction: "desc" })).toEqual(["answer", "topic", "score"]);
    expect(names("", { by: "default", direction: "desc" })).toEqual(["score", "answer", "topic"]);
  });
});
