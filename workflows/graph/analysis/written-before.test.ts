import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphDocument } from "@/workflows/graph/testing/arbitraries";
import { sketch } from "@/workflows/graph/testing/sketch";
import { isExceptional } from "./numbered";
import { topologyOf } from "./topology";
import { type Writes, writtenBefore } from "./written-before";

function of(edges: string, writers: string[], unknown: string[] = []) {
  const topology = topologyOf(sketch({ edges }), ["start"]);
  const writes: Writes = new Map<string, ReadonlySet<string> | "unknown">([
    ...writers.map((id) => [id, new Set(["x"])] as const),
    ...unknown.map((id) => [id, "unknown"] as const),
  ]);
  return writtenBefore(topology, writes);
}

describe("a channel before it is written", () => {
  it.each<[string, string, string[], string[] | undefined]>([
    ["written on the only way", "start > w; w > r", ["w"], undefined],
    ["read by its own writer", "start > r; r > end", ["r"], ["start", "r"]],
    ["written on one of two ways", "start > c; c.yes > w; c.no > r; w > r", ["w"], ["start", "c", "r"]],
    ["written on both ways", "start > c; c.yes > w; c.no > v; w > r; v > r", ["w", "v"], undefined],
    ["written by one branch of a join", "start > w; start > b; w > r; b > r", ["w"], undefined],
    ["written by no branch of a join", "start > a; start > b; a > r; b > r", [], ["start", "a", "r"]],
    ["written behind", "start > r; r > w", ["w"], ["start", "r"]],
    ["written in a loop that comes back", "start > r; r > w; w.again > r", ["w"], ["start", "r"]],
    ["its writer failed", "start > w; w.error > r; w > end", ["w"], ["start", "w", "r"]],
    ["its writer's loop was used up", "start > w; w.limit > r; w > end", ["w"], ["start", "w", "r"]],
    ["written in front of a choice", "start > w; w > c; c.yes > r; c.no > end", ["w"], undefined],
  ])("%s", (_, edges, writers, gap) => {
    expect(of(edges, writers).gap("r", "x")).toEqual(gap);
  });

  it("may have been written by a node whose settings are incomplete", () => {
    const written = of("start > u; u > r", [], ["u"]);
    expect([written.never("x"), written.possibly("r", "x"), written.gap("r", "x")]).toEqual([
      false,
      true,
      undefined,
    ]);
  });

  it.each<[string, string, string[], boolean, boolean]>([
    ["nobody", "start > r", [], true, false],
    ["only what no run gets to", "start > r; w > r", ["w"], true, false],
    ["a later node", "start > r; r > w", ["w"], false, false],
    ["a later node in a loop", "start > r; r > w; w.again > r", ["w"], false, true],
    ["a branch beside it", "start > r; start > w", ["w"], false, true],
    ["the other way of a choice", "start > c; c.yes > r; c.no > w", ["w"], false, false],
  ])("written by %s", (_, edges, writers, never, possibly) => {
    const written = of(edges, writers);
    expect({ never: written.never("x"), possibly: written.possibly("r", "x") }).toEqual({ never, possibly });
  });

  it("shows as a gap only a way that exists, and on which nothing writes", () => {
    const withStart = graphDocument.filter((document) => Object.hasOwn(document.nodes, "start"));
    fc.assert(
      fc.property(withStart, fc.subarray(["a", "b", "c", "toString"]), (document, writers) => {
        const topology = topologyOf(document, ["start"]);
        const writes = new Map(writers.map((id) => [id, new Set(["x"])] as const));
        const written = writtenBefore(topology, writes);
        for (const id of topology.adjacency.ids) {
          const gap = written.gap(id, "x") ?? [];
          expect([...topology.reachable]).toEqual(expect.arrayContaining(gap));
          for (const [index, target] of gap.slice(1).entries()) {
            const source = gap[index] ?? "";
            const ways = topology.adjacency.from(source).filter((link) => link.target === target);
            const free = ways.filter(
              ({ port }) => isExceptional(port) || !writers.some((writer) => writer === source),
            );
            expect(free, `${source} to ${target}`).not.toEqual([]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is a gap wherever nothing at all writes and runs get to", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const topology = topologyOf(document, ["start"]);
        const written = writtenBefore(topology, new Map());
        const gaps = topology.adjacency.ids.filter((id) => written.gap(id, "x"));
        expect(gaps).toEqual(topology.adjacency.ids.filter((id) => topology.reachable.has(id)));
      }),
    );
  });
});
