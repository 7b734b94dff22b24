import { describe, expect, it } from "vitest";
import { draw, end, start, subgraph, text, trail } from "@/workflows/compile/testing/draw";
import type { Channel, ChannelType } from "@/workflows/graph/channel";
import { graphDocumentSchema } from "@/workflows/graph/document";
import { validateDocument } from "../validate";
import { subgraphConfig, subgraphDefinition } from "./definition";
import { newGraph, sampleGraph } from "./graphs";

const configOf = (channels: Record<string, Channel>, inputs: string[] = [], outputs: string[] = []) =>
  subgraphConfig.parse(
    subgraph({ channels, nodes: { start: start(), end: end() }, edges: [] }, inputs, outputs).config,
  );

describe("what a subgraph reads", () => {
  it.each<[Channel, ChannelType[] | undefined]>([
    [{ type: "string", reducer: "replace" }, ["string"]],
    [{ type: "number", reducer: "add" }, ["number"]],
    [{ type: "object", reducer: "merge" }, ["object"]],
    [{ type: "boolean", reducer: "first" }, ["boolean"]],
    [{ type: "array", reducer: "replace" }, ["array", "messages"]],
    [{ type: "messages", reducer: "messages" }, ["messages", "string", "array", "object"]],
    [{ type: "any", reducer: "replace" }, undefined],
    [{ type: "array", reducer: "append" }, undefined],
    [{ type: "array", reducer: "union" }, undefined],
  ])("is what the channel inside can take: %j", (channel, types) => {
    expect(subgraphDefinition.reads(configOf({ x: channel }, ["a > x"]))[0]?.types).toEqual(types);
  });

  it.each<[string, string[], boolean]>([
    ["comes back to where it came from", ["x > a"], true],
    ["comes back elsewhere", ["x > b"], false],
    ["is filled from another one inside", ["y > a"], false],
    ["stays inside", [], false],
  ])("must be there unless it %s", (_, outputs, optional) => {
    const [read] = subgraphDefinition.reads(configOf({ x: text, y: text }, ["a > x"], outputs));
    expect(read).toMatchObject({ channel: "a", optional });
  });
});

describe("what a subgraph writes", () => {
  it("has the type of the channel inside, if there is one", () => {
    const writes = subgraphDefinition.writes(configOf({ x: text, y: trail }, [], ["y > b", "gone > a"]));
    expect(writes).toEqual([
      { channel: "b", field: "outputs.0.to", type: "array" },
      { channel: "a", field: "outputs.1.to", type: undefined },
    ]);
  });
});

describe("a subgraph's card", () => {
  const one = draw({ nodes: { start: start() }, edges: [] });
  it.each<[string, unknown]>([
    ["2 nodes", configOf({})],
    ["2 nodes · takes a, b", configOf({}, ["a > x", "b > y"])],
    ["1 node", { graph: one }],
  ])("says %s", (line, config) => {
    expect(subgraphDefinition.describe(subgraphConfig.parse(config))).toBe(line);
  });
});

describe("the graphs that come with it", () => {
  it.each([
    ["a new one", newGraph],
    ["the sample", sampleGraph],
  ])("%s runs as it is", (_, graph) => {
    const issues = validateDocument(graphDocumentSchema.parse(graph));
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
