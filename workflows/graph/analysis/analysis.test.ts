import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphDocument } from "@/workflows/graph/testing/arbitraries";
import { testDefinitions } from "@/workflows/graph/testing/definitions";
import { sketch } from "@/workflows/graph/testing/sketch";
import { type Adjacency, adjacencyOf, byPort } from "./adjacency";
import { backEdges } from "./back-edges";
import { components, cycles } from "./components";
import { endsOf, inputsOf, outputsOf, startsOf } from "./inputs";
import { reachableFrom, reaching } from "./reachability";

const of = (edges: string) => adjacencyOf(sketch({ edges }));
const without = (adjacency: Adjacency, gone: ReadonlySet<string>): Adjacency => ({
  ...adjacency,
  from: (id) => adjacency.from(id).filter((link) => !gone.has(link.id)),
  into: (id) => adjacency.into(id).filter((link) => !gone.has(link.id)),
});

describe("adjacencyOf", () => {
  it("gives links in the order of their ids and drops those without an end", () => {
    const adjacency = of("a > b; a > ghost; c > b; a.no > c");
    expect(adjacency.from("a").map(({ id }) => id)).toEqual(["e1", "e4"]);
    expect(adjacency.into("b").map(({ source }) => source)).toEqual(["a", "c"]);
    expect(adjacency.from("nowhere")).toEqual([]);
    expect(byPort(adjacency.from("a")).map(([port]) => port)).toEqual(["no", "out"]);
  });

  it("does not depend on the order of keys", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const turned = {
          nodes: Object.fromEntries(Object.entries(document.nodes).toReversed()),
          edges: Object.fromEntries(Object.entries(document.edges).toReversed()),
        };
        expect(adjacencyOf(turned).links).toEqual(adjacencyOf(document).links);
        expect(adjacencyOf(turned).ids).toEqual(adjacencyOf(document).ids);
      }),
    );
  });
});

describe("reachability", () => {
  it("walks forwards and backwards", () => {
    const adjacency = of("a > b; b > c; d > c; c > b");
    expect([...reachableFrom(adjacency, ["a"])]).toEqual(["a", "b", "c"]);
    expect([...reaching(adjacency, ["b"])].sort()).toEqual(["a", "b", "c", "d"]);
  });
});

describe("backEdges", () => {
  it.each([
    ["a > b; b > c", []],
    ["a > b; b > a", ["e2"]],
    ["a > a", ["e1"]],
    ["a > b; b > c; c.no > b; c > d; d > a", ["e3", "e5"]],
    ["a > b; a > c; b > d; c > d", []],
    ["a > b; x > y; y > x", ["e3"]],
  ])("%s", (edges, expected) => {
    expect([...backEdges(of(edges), ["a"])].sort()).toEqual(expected);
  });

  it("leaves no cycle, and takes nothing from a graph without", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const adjacency = adjacencyOf(document);
        const back = backEdges(adjacency, ["start"]);
        expect(cycles(without(adjacency, back))).toEqual([]);
        expect(back.size === 0).toBe(cycles(adjacency).length === 0);
      }),
    );
  });

  it("goes down a chain of twenty thousand nodes", () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `n${index}`);
    const node = {
      type: "step",
      typeVersion: 1,
      title: "N",
      config: {},
      policy: { onError: "fail" as const },
    };
    const chain = ids.map((id, index) => [
      `e${index}`,
      { source: id, port: "out", target: `n${(index + 1) % ids.length}` },
    ]);
    const adjacency = adjacencyOf({
      nodes: Object.fromEntries(ids.map((id) => [id, node])),
      edges: Object.fromEntries(chain),
    });
    expect(backEdges(adjacency, ["n0"])).toEqual(new Set(["e19999"]));
    expect(components(adjacency)).toHaveLength(1);
  });
});

describe("components", () => {
  it.each([
    ["a > b; b > c", [["a"], ["b"], ["c"]]],
    ["a > b; b > a; b > c", [["a", "b"], ["c"]]],
    [
      "a > b; b > c; c > a; c > d; d > e; e > d",
      [
        ["a", "b", "c"],
        ["d", "e"],
      ],
    ],
  ])("%s", (edges, expected) => {
    expect(components(of(edges))).toEqual(expected);
  });

  it("groups exactly the nodes that reach each other", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const adjacency = adjacencyOf(document);
        const groups = components(adjacency);
        expect(groups.flat().sort()).toEqual(adjacency.ids);
        for (const group of groups) {
          for (const id of group) {
            const mutual = [...reachableFrom(adjacency, [id])].filter((other) =>
              reaching(adjacency, [id]).has(other),
            );
            expect(mutual.sort()).toEqual(group);
          }
        }
      }),
    );
  });

  it("counts a node that leads to itself as a cycle", () => {
    expect(cycles(of("a > a; a.no > b; b > c"))).toEqual([["a"]]);
  });
});

describe("inputs and outputs", () => {
  const document = sketch({
    nodes: {
      start: { channels: ["q", "x"] },
      start2: { channels: ["q"] },
      end: { channels: ["x"] },
      end2: { channels: ["x", "y"] },
    },
    edges: "start > end; start2 > end2",
  });
  it("come from the nodes with that role", () => {
    expect(startsOf(document, testDefinitions)).toEqual(["start", "start2"]);
    expect(endsOf(document, testDefinitions)).toEqual(["end", "end2"]);
    expect(inputsOf(document, testDefinitions).map(({ channel }) => channel)).toEqual(["q", "x"]);
    expect(outputsOf(document, testDefinitions)).toEqual(["x", "y"]);
  });
});
