import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Channels } from "@/workflows/graph/channel";
import { graphDocument } from "@/workflows/graph/testing/arbitraries";
import { testDefinitions } from "@/workflows/graph/testing/definitions";
import { sketch } from "@/workflows/graph/testing/sketch";
import { namesAt } from "./channels-at";

const channels: Channels = {
  x: { type: "string", reducer: "replace" },
  y: { type: "string", reducer: "replace", default: "" },
  chat: { type: "messages", reducer: "messages" },
};

function at(edges: string, writers: string[], nodeId = "r") {
  const nodes = Object.fromEntries(writers.map((id) => [id, { writes: [{ channel: "x" }] }]));
  const document = sketch({ edges, nodes, channels });
  const { channels: found, failure } = namesAt(document, testDefinitions, nodeId);
  const x = found.find(({ name }) => name === "x");
  return { order: found.map(({ name }) => name), x, failure };
}

describe("what a node finds", () => {
  it.each<[string, string, string[], string[]]>([
    ["written before", "start > w; w > r", ["w"], ["W"]],
    ["written on one of two ways", "start > c; c.yes > w; c.no > r; w > r", ["w"], ["W"]],
    ["written behind", "start > r; r > w", ["w"], []],
    ["written in a loop", "start > r; r > w; w.again > r", ["w"], ["W"]],
    ["written by itself in a loop", "start > r; r.again > r; r > end", ["r"], ["R"]],
    ["written by several", "start > v; v > w; w > r", ["v", "w"], ["V", "W"]],
    ["written elsewhere", "start > c; c.yes > w; c.no > r", ["w"], []],
  ])("%s", (_, edges, writers, titles) => {
    const { x, order } = at(edges, writers);
    expect([...(x?.writers ?? [])].sort()).toEqual(titles);
    expect(x?.filled).toBe(titles.length > 0);
    expect(order).toEqual(titles.length > 0 ? ["x", "chat", "y"] : ["chat", "y", "x"]);
  });

  it("counts a default and a conversation as filled", () => {
    const { channels: found } = namesAt(sketch({ edges: "start > r", channels }), testDefinitions, "r");
    expect(found.filter(({ filled }) => filled).map(({ name }) => name)).toEqual(["chat", "y"]);
  });

  it("puts first what was written last", () => {
    const nodes = {
      far: { writes: [{ channel: "x" }] },
      near: { writes: [{ channel: "y" }, { channel: "x" }] },
      nearest: { writes: [{ channel: "chat" }] },
    };
    const document = sketch({
      edges: "start > far; far > near; near > nearest; nearest > r",
      nodes,
      channels,
    });
    const { channels: found } = namesAt(document, testDefinitions, "r");
    expect(found.map(({ name, writers }) => [name, ...writers])).toEqual([
      ["chat", "NEAREST"],
      ["y", "NEAR"],
      ["x", "NEAR", "FAR"],
    ]);
  });

  it("knows whether a node can have failed before", () => {
    expect(at("start > w; w.error > r", []).failure).toBe(true);
    expect(at("start > r; r.error > w", []).failure).toBe(false);
  });

  it("answers for any node of any document, with every channel once", () => {
    fc.assert(
      fc.property(graphDocument, fc.constantFrom("start", "a", "toString", "ghost"), (document, id) => {
        const { channels: found } = namesAt(document, testDefinitions, id);
        expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(document.channels).sort());
      }),
    );
  });
});
