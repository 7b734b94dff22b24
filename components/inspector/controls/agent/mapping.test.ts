import { describe, expect, it } from "vitest";
import { text } from "@/workflows/compile/testing/draw";
import type { Channels } from "@/workflows/graph/channel";
import type { AgentSignature } from "@/workflows/graph/known-agent";
import { channelsThere, mappingRows, sameNamed, withHere } from "./mapping";

const replace = { reducer: "replace" } as const;
const signature: AgentSignature = {
  version: 1,
  inputs: [
    { channel: "order", type: "string", required: true, ...replace },
    { channel: "count", type: "number", required: false, ...replace },
  ],
  outputs: [{ channel: "answer", type: "string" }],
};
const channels: Channels = {
  order: text,
  count: text,
  answer: text,
  note: text,
};
const [ins, outs] = [channelsThere(signature, "in"), channelsThere(signature, "out")];

describe("the lines of a mapping", () => {
  it("are those of the agent in its order, then what it does not have", () => {
    const value = [
      { from: "note", to: "gone" },
      { from: "note", to: "order" },
    ];
    expect(
      mappingRows(value, "in", ins).map(({ name, here, index, there }) => [name, here, index, !!there]),
    ).toEqual([
      ["order", "note", 1, true],
      ["count", undefined, undefined, true],
      ["gone", "note", 0, false],
    ]);
  });

  it("stand twice for an output that goes to two channels", () => {
    const value = [
      { from: "answer", to: "answer" },
      { from: "answer", to: "note" },
    ];
    expect(mappingRows(value, "out", outs).map(({ here, index }) => [here, index])).toEqual([
      ["answer", 0],
      ["note", 1],
    ]);
  });

  it.each([
    ["are added", [], "note", [{ from: "note", to: "order" }]],
    ["change in place", [{ from: "order", to: "order" }], "note", [{ from: "note", to: "order" }]],
    ["are taken out", [{ from: "order", to: "order" }], undefined, []],
  ])("%s", (_, value, here, expected) => {
    const [row] = mappingRows(value, "in", ins);
    expect(row && withHere(value, "in", row, here)).toEqual(expected);
  });
});

describe("same names", () => {
  it("are filled in where the type fits and nothing stands there yet", () => {
    expect(sameNamed(mappingRows([], "in", ins), "in", channels)).toEqual([{ from: "order", to: "order" }]);
    const given = [{ from: "note", to: "order" }];
    expect(sameNamed(mappingRows(given, "in", ins), "in", channels)).toEqual([]);
  });

  it("fill no channel that another output fills", () => {
    const given = [{ from: "other", to: "answer" }];
    expect(sameNamed(mappingRows(given, "out", outs), "out", channels)).toEqual([]);
    expect(sameNamed(mappingRows([], "out", outs), "out", channels)).toEqual([
      { from: "answer", to: "answer" },
    ]);
  });
});
