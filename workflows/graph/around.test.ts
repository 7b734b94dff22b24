import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { around } from "./around";
import { applied, graphDocument } from "./testing/arbitraries";
import { testDefinitions } from "./testing/definitions";
import { sketch } from "./testing/sketch";

const of = (edges: string, id: string, off: string[] = []) => {
  const document = off.reduce(
    (current, nodeId) => applied(current, { op: "node.disable", id: nodeId, disabled: true }),
    sketch({ edges }),
  );
  const { before, same, after } = around(document, id, testDefinitions);
  return [before, same, after].map((set) => [...set].sort().join(" "));
};

describe("around", () => {
  it.each<[string, string, string[], string[]?]>([
    ["start > a; a > b; b > end", "a", ["start", "", "b end"]],
    ["start > a; start > b; a > j; b > j; j > end", "a", ["start", "b", "end j"]],
    ["start > a; start > b; a > j; b > j; j > end", "j", ["a b start", "", "end"]],
    ["start > a; start > b; a > c; c > j; b > j; j > end", "b", ["start", "a c", "end j"]],
    ["start > a; a.yes > b; a.no > c; b > end; c > end", "b", ["a start", "", "end"]],
    ["start > a; a > b; b.again > a; b.done > end", "a", ["a b start", "", "a b end"]],
    ["start > a; a > end; lost > a", "a", ["start", "", "end"]],
    ["start > a; a > end; lost > a", "lost", ["", "", ""]],
    ["start > a; a > b; b > end", "b", ["start", "", "end"], ["a"]],
    ["start > a; a > b; b > end", "a", ["", "", ""], ["a"]],
    ["start > end", "nowhere", ["", "", ""]],
  ])("%s: around %s", (edges, id, expected, off) => {
    expect(of(edges, id, off)).toEqual(expected);
  });

  it("is mutual: who is before has the other after, who is beside has it beside", () => {
    fc.assert(
      fc.property(graphDocument, (document) => {
        const ids = Object.keys(document.nodes);
        const views = new Map(ids.map((id) => [id, around(document, id, testDefinitions)]));
        for (const [id, { before, same, after }] of views) {
          for (const other of before) expect(views.get(other)?.after.has(id)).toBe(true);
          for (const other of after) expect(views.get(other)?.before.has(id)).toBe(true);
          for (const other of same) expect(views.get(other)?.same.has(id)).toBe(true);
          expect(same.has(id)).toBe(false);
        }
      }),
    );
  });
});
