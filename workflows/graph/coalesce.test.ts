import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchOf } from "./apply";
import { coalesce, mergeable } from "./coalesce";
import { invert } from "./invert";
import type { Operation } from "./operation";
import { applied, json } from "./testing/arbitraries";
import { sketch } from "./testing/sketch";

const document = sketch({
  nodes: { a: { size: 1, text: "hi" } },
  edges: "start > a; a > end",
  channels: { x: { type: "number", reducer: "add" } },
});
const here = { x: 1, y: 2 };
const group = (...nodes: string[]) => ({ title: "G", color: "blue" as const, nodes });
const sticky = { text: "S", x: 0, y: 0, width: 9, height: 9, color: "amber" as const };
const pin = { port: "out", update: { x: 1 } };

describe("coalesce", () => {
  const set = (size: number, id = "a"): Operation => ({ op: "node.configure", id, set: { size }, unset: [] });
  it.each<[string, Operation, Operation, boolean]>([
    ["typing into one setting", set(1), set(2), true],
    ["emptying it", set(1), { op: "node.configure", id: "a", set: {}, unset: ["size"] }, true],
    ["another node", set(1), set(2, "end"), false],
    ["another setting", set(1), { op: "node.configure", id: "a", set: { text: "" }, unset: [] }, false],
    [
      "typing a title",
      { op: "node.title", id: "a", title: "1" },
      { op: "node.title", id: "a", title: "12" },
      true,
    ],
    [
      "two titles",
      { op: "node.title", id: "a", title: "1" },
      { op: "node.title", id: "end", title: "1" },
      false,
    ],
    [
      "dragging on",
      { op: "node.move", positions: { a: here } },
      { op: "node.move", positions: { a: { x: 9, y: 9 } } },
      true,
    ],
    [
      "dragging more",
      { op: "node.move", positions: { a: here } },
      { op: "node.move", positions: { a: here, end: here } },
      false,
    ],
    [
      "typing a sticky note",
      { op: "sticky.set", id: "s", sticky },
      { op: "sticky.set", id: "s", sticky: { ...sticky, text: "St" } },
      true,
    ],
    [
      "dragging a sticky note",
      { op: "sticky.set", id: "s", sticky },
      { op: "sticky.set", id: "s", sticky: { ...sticky, x: 9, y: 9 } },
      true,
    ],
    [
      "typing and dragging a sticky note",
      { op: "sticky.set", id: "s", sticky },
      { op: "sticky.set", id: "s", sticky: { ...sticky, text: "St", x: 9 } },
      false,
    ],
    [
      "removing a sticky note",
      { op: "sticky.set", id: "s", sticky },
      { op: "sticky.set", id: "s", sticky: null },
      false,
    ],
    [
      "typing a group's title",
      { op: "group.set", id: "g", group: group("a") },
      { op: "group.set", id: "g", group: { ...group("a"), title: "Gr" } },
      true,
    ],
    [
      "a group that grows",
      { op: "group.set", id: "g", group: group("a") },
      { op: "group.set", id: "g", group: group("a", "end") },
      false,
    ],
    ["two pins", { op: "node.pin", id: "a", pin }, { op: "node.pin", id: "end", pin }, false],
    ["two removals", { op: "node.remove", id: "a" }, { op: "node.remove", id: "end" }, false],
    ["different kinds", set(1), { op: "node.title", id: "a", title: "1" }, false],
    ["batches", batchOf([], "x"), batchOf([], "x"), false],
  ])("%s", (_, first, second, expected) => {
    expect(mergeable(first, second)).toBe(expected);
  });

  it("does what both did, and one inverse takes both back", () => {
    const text = fc.string({ minLength: 1, maxLength: 5 });
    const typing = fc.oneof(
      fc
        .tuple(text, text)
        .map((titles) => titles.map((title): Operation => ({ op: "node.title", id: "a", title }))),
      fc
        .tuple(text, text)
        .map((notes) => notes.map((note): Operation => ({ op: "node.note", id: "a", note }))),
      fc
        .tuple(json, json)
        .map((values) =>
          values.map(
            (value): Operation => ({ op: "node.configure", id: "a", set: { text: value }, unset: ["size"] }),
          ),
        ),
      fc
        .tuple(fc.nat(), fc.nat())
        .map((places) =>
          places.map(
            (x): Operation => ({ op: "node.move", positions: { a: { x, y: x }, end: { x: 0, y: x } } }),
          ),
        ),
      fc.tuple(fc.nat(9), fc.nat(9)).map((caps) =>
        caps.map(
          (cap): Operation => ({
            op: "edge.update",
            id: "e1",
            edge: { source: "start", port: "out", target: "a", cap: cap + 1 },
          }),
        ),
      ),
    );
    fc.assert(
      fc.property(typing, ([one, other]) => {
        const both = one && other && coalesce(one, other);
        const after = [one, other].reduce(
          (current, step) => (step ? applied(current, step) : current),
          document,
        );
        expect(both && applied(document, both)).toEqual(after);
        expect(one && applied(after, invert(document, one))).toEqual(document);
      }),
    );
  });
});
