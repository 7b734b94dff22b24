import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { around } from "./around";
import { joinBranches } from "./join-branches";
import { applied, graphDocument } from "./testing/arbitraries";
import { testDefinitions } from "./testing/definitions";
import { sketch } from "./testing/sketch";

const of = (edges: string, id: string, off: string[] = []) => {
  const document = off.reduce(
    (current, nodeId) => applied(current, { op: "node.disable", id: nodeId, disabled: true }),
    sketch({ edges }),
  );
  return joinBranches(document, id, testDefinitions).map(
    ({ sources, nodes }) => `${sources.join(" ")}: ${nodes.join(" ")}`,
  );
};

describe("joinBranches", () => {
  it.each<[string, string, string[], string[]?]>([
    ["start > a; start > b; a > j; b > j; j > end", "j", ["a: a", "b: b"]],
    ["start > a; start > b; a > c; c > j; b > j; j > end", "j", ["c: a c", "b: b"]],
    ["start > a; a > b; b > end", "b", []],
    ["start > a; a.yes > b; a.no > c; b > j; c > j; j > end", "j", []],
    ["start > a; start > j; a > j; j > end", "j", ["start: ", "a: a"]],
    ["start > a; start > b; a.yes > c; a.no > d; c > j; d > j; b > j; j > end", "j", ["c d: a c d", "b: b"]],
    ["start > a; start > b; a > c; a > d; c > j; d > j; b > j; j > end", "j", ["c: a c", "d: a d", "b: b"]],
    ["start > a; start > b; a > j; b > j; j.again > a; j.done > end", "j", ["a: a", "b: b"]],
    ["start > a; start > b; a > c; c > j; b > j; j > end", "j", ["a: a", "b: b"], ["c"]],
    ["start > a; start > b; a > j; b > j; j > end", "j", [], ["b", "j"]],
    ["start > end", "nowhere", []],
  ])("%s: branches into %s", (edges, id, expected, off) => {
    expect(of(edges, id, off)).toEqual(expected);
  });

  it("finds at least two branches or none, and on them only nodes that can run before the join", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        for (const id of Object.keys(document.nodes)) {
          const branches = joinBranches(document, id, testDefinitions);
          const { before } = around(document, id, testDefinitions);
          expect(branches.length).not.toBe(1);
          for (const { sources, nodes } of branches) {
            expect(sources.length).toBeGreaterThan(0);
            for (const node of [...sources, ...nodes]) expect(before.has(node)).toBe(true);
          }
        }
      }),
    );
  });
});
