import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noAmounts } from "./amounts";
import { type FlameNode, foldFlame, type PlaceTotal } from "./flame";
import type { Place } from "./place";

const node = (name: string): Place => ({ kind: "node", name });
const model: Place = { kind: "model", name: "acme/acme-1" };
const total = (path: Place[], workMs: number, micros = 0): PlaceTotal => ({
  path,
  amounts: { ...noAmounts, n: 1, workMs, micros },
});
const short = ({ place, ownMs, msWidth, ownMicros, microsWidth, inside }: FlameNode): unknown => [
  place.name,
  [ownMs, msWidth],
  [ownMicros, microsWidth],
  ...(inside.length > 0 ? [inside.map(short)] : []),
];

describe("the flame view", () => {
  it("takes what is inside a place off its own", () => {
    expect(foldFlame([total([node("a")], 100, 7), total([node("a"), model], 60, 7)]).map(short)).toEqual([
      ["a", [40, 100], [0, 7], [["acme/acme-1", [60, 60], [7, 7]]]],
    ]);
  });

  it("adds up what was done side by side, the widest first", () => {
    const places = foldFlame([
      total([node("b")], 10),
      total([node("a")], 100),
      total([node("a"), node("a/x")], 90),
      total([node("a"), node("a/y")], 95),
    ]);
    expect(places.map(short)).toEqual([
      [
        "a",
        [0, 185],
        [0, 0],
        [
          ["a/y", [95, 95], [0, 0]],
          ["a/x", [90, 90], [0, 0]],
        ],
      ],
      ["b", [10, 10], [0, 0]],
    ]);
  });

  it("shows a place of which only the insides are known", () => {
    expect(foldFlame([total([node("a"), model], 5)]).map(short)).toEqual([
      ["a", [0, 5], [0, 0], [["acme/acme-1", [5, 5], [0, 0]]]],
    ]);
  });

  it("is as wide as its own parts together, at every place", () => {
    const path = fc.array(fc.constantFrom(node("a"), node("b"), model), { minLength: 1, maxLength: 4 });
    const totals = fc.array(
      fc.tuple(path, fc.nat(1_000), fc.nat(1_000)).map(([where, ms, micros]) => total(where, ms, micros)),
    );
    const check = (each: FlameNode) => {
      const inside = each.inside.reduce((sum, { msWidth }) => sum + msWidth, 0);
      expect(each.msWidth).toBe(each.ownMs + inside);
      expect(each.msWidth).toBeGreaterThanOrEqual(each.amounts.workMs);
      each.inside.forEach(check);
    };
    fc.assert(fc.property(totals, (given) => foldFlame(given).forEach(check)));
  });
});
