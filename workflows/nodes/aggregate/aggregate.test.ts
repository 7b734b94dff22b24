import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { aggregateConfig, aggregateDefinition } from "./definition";
import { type FigureName, figures } from "./figures";

nodeContract("aggregate");

const aggregate = async (list: Json, config: object) =>
  (await runNode("aggregate", { list: "rows", output: "out", ...config }, { rows: list })).update?.out;

describe("figures", () => {
  it.each<[FigureName, Json[], Json]>([
    ["count", [1, "a"], 2],
    ["count", [], 0],
    ["sum", Array.from({ length: 10 }, () => 0.1), 1],
    ["sum", [1e100, 1, -1e100], 1],
    ["sum", [], 0],
    ["average", [1, 2], 1.5],
    ["average", [], null],
    ["min", [3, 1, 2], 1],
    ["max", ["b", "a10", "a9"], "b"],
    ["max", [], null],
    ["collect", [2, 1], [2, 1]],
  ])("%s of %j is %j", (name, values, value) => {
    expect(figures[name](values, "x")).toEqual(value);
  });

  it.each<[FigureName, Json[]]>([
    ["sum", [1, "2"]],
    ["average", [[]]],
  ])("%s of %j says what does not add up", (name, values) => {
    expect(() => figures[name](values, "total")).toThrow(
      /^“total” adds numbers up, and one of its values is a/,
    );
  });
});

describe("aggregate", () => {
  const list = [
    { kind: "a", place: 1, n: 2 },
    { kind: "b", place: 1, n: 3 },
    { kind: "a", place: 2, n: null },
    { kind: "a", place: 1, n: 5 },
  ];

  it("without groups gives one object, also of an empty list", async () => {
    const config = {
      figures: [
        { name: "all", figure: "count" },
        { name: "known", figure: "count", of: "item.n" },
        { name: "sum", figure: "sum", of: "item.n" },
      ],
    };
    expect(await aggregate(list, config)).toEqual({ all: 4, known: 3, sum: 10 });
    expect(await aggregate([], config)).toEqual({ all: 0, known: 0, sum: 0 });
  });

  it("by groups gives one object for each, in the order in which they are met", async () => {
    const groups = [
      { name: "kind", by: "item.kind" },
      { name: "place", by: "item.place" },
    ];
    const wanted = [{ name: "ns", figure: "collect", of: "item.n" }];
    expect(await aggregate(list, { groups, figures: wanted })).toEqual([
      { kind: "a", place: 1, ns: [2, 5] },
      { kind: "b", place: 1, ns: [3] },
      { kind: "a", place: 2, ns: [] },
    ]);
    expect(await aggregate([], { groups, figures: wanted })).toEqual([]);
  });

  it("takes entries themselves where no expression is given", async () => {
    expect(await aggregate([2, 9, 4], { figures: [{ name: "most", figure: "max" }] })).toEqual({ most: 9 });
  });

  it("keeps groups apart that only look alike", async () => {
    const groups = [{ name: "key", by: "item" }];
    expect(await aggregate([1, "1", null], { groups, figures: [{ name: "n" }] })).toEqual([
      { key: 1, n: 1 },
      { key: "1", n: 1 },
      { key: null, n: 1 },
    ]);
  });

  it.each([["__proto__"], ["constructor"], ["1st"], [""]])("refuses %j as a name", (name) => {
    expect(aggregateConfig.safeParse({ figures: [{ name }] }).success).toBe(false);
  });

  it("says what is missing, and which names clash", () => {
    const config = { groups: [{ name: "n", by: "" }], figures: [{ name: "n" }] };
    expect(issuesOf("aggregate", config)).toEqual([
      "list: Say which list it works on.",
      "output: The result goes nowhere: choose the channel to write it to.",
      "groups.0.by: Say by what entries are grouped.",
      "figures.0.name: “n” is the name of a group already.",
    ]);
  });

  it("writes an object or a list of them", () => {
    const config = aggregateConfig.parse({ list: "l", output: "o", figures: [{ name: "n" }] });
    expect(aggregateDefinition.writes(config)).toMatchObject([{ type: "object" }]);
    const grouped = { ...config, groups: [{ name: "g", by: "item" }] };
    expect(aggregateDefinition.writes(grouped)).toMatchObject([{ type: "array" }]);
  });
});
