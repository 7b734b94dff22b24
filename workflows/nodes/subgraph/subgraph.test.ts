import { AIMessage, HumanMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { draw, end, mark, start, subgraph, text, trail } from "@/workflows/compile/testing/draw";
import type { Channels } from "@/workflows/graph/channel";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import { maxSubgraphDepth, maxSubgraphNodes } from "@/workflows/graph/subgraph";
import { nodeContract } from "@/workflows/testing/node-contract";
import { valuesIn } from "../values-in";
import { subgraphConfig, subgraphDefinition } from "./definition";
import { valuesOut } from "./map-values";

nodeContract("subgraph");

const nested = (depth: number): Parameters<typeof subgraph>[0] => ({
  nodes: { start: start(), ...(depth > 1 ? { sub: subgraph(nested(depth - 1)) } : {}), end: end() },
  edges: [],
});
const problems = (config: unknown) =>
  subgraphConfig.safeParse(config).error?.issues.map(({ message }) => message);

describe("a subgraph's settings", () => {
  it("take graphs in one another up to a depth", () => {
    expect(problems({ graph: draw(nested(maxSubgraphDepth)) })).toBeUndefined();
    expect(problems({ graph: draw(nested(maxSubgraphDepth + 1)) })).toEqual([
      `Subgraphs may stand in one another ${maxSubgraphDepth} deep`,
    ]);
  });

  it("take graphs up to a size, those inside counted", () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, mark("n")]));
    const graph = (count: number) =>
      draw({ nodes: { sub: subgraph({ nodes: many(count), edges: [] }) }, edges: [] });
    expect(problems({ graph: graph(maxSubgraphNodes - 1) })).toBeUndefined();
    expect(problems({ graph: graph(maxSubgraphNodes) })).toEqual([
      `A subgraph may hold up to ${maxSubgraphNodes} nodes`,
    ]);
  });

  it("refuse what is no graph, and a channel that is filled twice", () => {
    expect(problems({ graph: { format: "signalbox.graph/1" } })).not.toBeUndefined();
    const inputs = [
      { from: "a", to: "x" },
      { from: "b", to: "x" },
    ];
    expect(problems({ graph: graphAsJson(draw(nested(1))), inputs })).toEqual([
      "A channel may be filled once",
    ]);
  });

  it("say what is read and written, and that what comes back may begin with nothing", () => {
    const graph = draw({ channels: { x: text, y: trail }, nodes: {}, edges: [] });
    const inputs = [
      { from: "a", to: "x" },
      { from: "b", to: "y" },
    ];
    const config = { graph, inputs, outputs: [{ from: "y", to: "b" }] };
    expect(subgraphDefinition.reads(config)).toEqual([
      { channel: "a", field: "inputs.0.from", types: ["string"], optional: false },
      { channel: "b", field: "inputs.1.from", types: undefined, optional: true },
    ]);
    expect(subgraphDefinition.writes(config)).toEqual([
      { channel: "b", field: "outputs.0.to", type: "array" },
    ]);
  });
});

const both = (name: string) => ({
  inputs: [{ from: name, to: "x" }],
  outputs: [{ from: "x", to: name }],
});
const channels: Channels = {
  replace: { type: "any", reducer: "replace" },
  append: { type: "array", reducer: "append" },
  merge: { type: "object", reducer: "merge" },
  add: { type: "number", reducer: "add" },
  union: { type: "array", reducer: "union" },
  first: { type: "any", reducer: "first" },
  max: { type: "number", reducer: "max" },
  messages: { type: "messages", reducer: "messages" },
};
const [hi, answer] = [
  new HumanMessage({ id: "1", content: "Hi" }),
  new AIMessage({ id: "2", content: "Hello" }),
];
const changed = new AIMessage({ id: "2", content: "Hello!" });

describe("what a subgraph gives back to the channel it came from", () => {
  it.each<[string, unknown, unknown, unknown]>([
    ["replace", 1, 2, 2],
    ["append", ["a"], ["a", "b"], ["b"]],
    ["merge", { a: 1, b: 1 }, { a: 1, b: 2, c: 3 }, { b: 2, c: 3 }],
    ["add", 4, 6.5, 2.5],
    ["union", [1, 2], [1, 2, 3], [3]],
    ["max", 3, 5, 5],
    ["messages", [hi], [hi, answer], [answer]],
    ["messages", [hi, answer], [hi, changed], [changed]],
  ])("with the reducer %s is what changed: %j, %j", (name, before, after, update) => {
    expect(valuesOut(both(name), channels, { [name]: before }, { x: after })).toEqual({
      update: { [name]: update },
      overwrite: {},
    });
  });

  it.each<[string, unknown, unknown]>([
    ["append", ["a", "b"], ["a"]],
    ["merge", { a: 1, b: 1 }, { a: 1 }],
    ["union", [1, 2], [2]],
    ["first", "a", "b"],
    ["max", 3, 1],
    ["messages", [hi, answer], [answer]],
  ])("with the reducer %s stands in its place where no write could say so: %j, %j", (name, before, after) => {
    expect(valuesOut(both(name), channels, { [name]: before }, { x: after })).toEqual({
      update: {},
      overwrite: { [name]: after },
    });
  });

  it.each(Object.keys(channels))("is nothing where nothing changed: %s", (name) => {
    const value = name === "messages" ? [hi, answer] : { a: [1] };
    const same = name === "messages" ? [hi, new AIMessage({ id: "2", content: "Hello" })] : { a: [1] };
    expect(valuesOut(both(name), channels, { [name]: value }, { x: same })).toEqual({
      update: {},
      overwrite: {},
    });
  });
});

describe("what a subgraph gives to another channel", () => {
  it("is all that it holds, if anything", () => {
    const pairs = { inputs: [{ from: "append", to: "x" }], outputs: [{ from: "x", to: "union" }] };
    expect(valuesOut(pairs, channels, { append: [1], union: [1] }, { x: [1, 2] }).update).toEqual({
      union: [1, 2],
    });
    expect(valuesOut(pairs, channels, {}, {}).update).toEqual({});
  });
});

describe("what a subgraph begins with", () => {
  it("is the value out here, or the default inside", () => {
    const inputs = [
      { from: "a", to: "x" },
      { from: "b", to: "y" },
      { from: "c", to: "z" },
    ];
    const inside = { x: { default: 1 }, y: { default: 2 } };
    expect(valuesIn(inputs, inside, { a: 5 })).toEqual({ x: 5, y: 2 });
  });
});
