import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, batchOf } from "./apply";
import { compare } from "./compare";
import type { GraphDocument } from "./document";
import type { SingleOperation } from "./operation";
import { graphDocument } from "./testing/arbitraries";
import { sketch } from "./testing/sketch";
import { unionOf } from "./union";

const first = sketch({ edges: "start > a; a > b; b > end" });

function edited(...steps: SingleOperation[]): GraphDocument {
  const result = apply(first, batchOf(steps));
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

const united = (before: GraphDocument, now: GraphDocument) => unionOf(before, now, compare(before, now));

describe("the union of two graphs", () => {
  it("is the newer graph where nothing went", () => {
    const now = edited({ op: "node.title", id: "a", title: "New" });
    expect(united(first, now)).toEqual(now);
  });

  it("brings back nodes and edges that went, where they were", () => {
    const union = united(first, edited({ op: "node.remove", id: "b" }));
    expect(union.nodes).toEqual(first.nodes);
    expect(union.edges).toEqual(first.edges);
    expect(union.layout).toEqual(first.layout);
  });

  it("shows a removed node beside its neighbours where those were moved", () => {
    const positions = { a: { x: 1_000, y: 500 } };
    const union = united(first, edited({ op: "node.move", positions }, { op: "node.remove", id: "b" }));
    expect(union.layout.nodes.b).toEqual({ x: 1_300, y: 500 });
  });

  it("puts a removed node below the one that took its place", () => {
    const node = first.nodes.a;
    if (!node) throw new Error("The sketch has no node a");
    const place = first.layout.nodes.b ?? { x: 0, y: 0 };
    const union = united(
      first,
      edited({ op: "node.remove", id: "b" }, { op: "node.add", id: "c", node, position: place }),
    );
    expect(union.layout.nodes.c).toEqual(place);
    expect(union.layout.nodes.b).toEqual({ x: place.x, y: place.y + 110 });
  });

  it("keeps the first id of an edge that was drawn anew on the same way", () => {
    const edge = { source: "a", port: "out", target: "b", cap: 2 };
    const union = united(first, edited({ op: "edge.remove", id: "e2" }, { op: "edge.add", id: "n", edge }));
    expect(union.edges.e2).toEqual(edge);
    expect(union.edges).not.toHaveProperty("n");
  });

  it("has every node and edge that the comparison names, each with a place and with its ends", () => {
    fc.assert(
      fc.property(graphDocument, graphDocument, (before, now) => {
        const comparison = compare(before, now);
        const union = unionOf(before, now, comparison);
        expect(Object.keys(union.nodes)).toEqual(expect.arrayContaining(Object.keys(comparison.nodes)));
        expect(Object.keys(union.edges)).toEqual(expect.arrayContaining(Object.keys(comparison.edges)));
        expect(Object.keys(union.layout.nodes).sort()).toEqual(Object.keys(union.nodes).sort());
        for (const { source, target } of Object.values(union.edges)) {
          expect(union.nodes).toHaveProperty(source);
          expect(union.nodes).toHaveProperty(target);
        }
      }),
      { numRuns: 100 },
    );
  });
});
