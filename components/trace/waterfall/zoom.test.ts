import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type AxisWindow,
  between,
  isWhole,
  panned,
  seenAt,
  seenStretch,
  wholeAxis,
  zoomAround,
} from "./zoom";

const anyWindow = fc
  .tuple(fc.double({ min: 0, max: 99, noNaN: true }), fc.double({ min: 0.1, max: 1, noNaN: true }))
  .map(([from, share]): AxisWindow => ({ from, to: from + (100 - from) * share }));

it("comes nearer around a place that stays where it is", () => {
  const near = zoomAround(wholeAxis, 0.5, 40);
  expect(near).toEqual({ from: 20, to: 70 });
  expect(seenAt(40, near)).toBeCloseTo(40);
});

it("goes back to the whole axis and no farther", () => {
  expect(isWhole(zoomAround({ from: 20, to: 70 }, 4, 40))).toBe(true);
});

it("never leaves the axis, however it is zoomed and moved", () => {
  const change = fc.tuple(
    fc.double({ min: 0.1, max: 10, noNaN: true }),
    fc.double({ min: -3, max: 3, noNaN: true }),
  );
  fc.assert(
    fc.property(anyWindow, fc.array(change, { maxLength: 8 }), (start, changes) => {
      const end = changes.reduce(
        (window, [factor, share]) => panned(zoomAround(window, factor, window.from), share),
        start,
      );
      expect(end.from).toBeGreaterThanOrEqual(0);
      expect(end.to).toBeLessThanOrEqual(100.0001);
      expect(end.to).toBeGreaterThan(end.from);
    }),
  );
});

it("keeps its width while it is moved", () => {
  expect(panned({ from: 20, to: 40 }, 0.5)).toEqual({ from: 30, to: 50 });
  expect(panned({ from: 20, to: 40 }, -5)).toEqual({ from: 0, to: 20 });
});

it("is chosen from one place to another, in either direction", () => {
  expect(between(30, 10)).toEqual({ from: 10, to: 30 });
  expect(between(30, 30)).toBeUndefined();
});

it.each([
  [{ left: 0, width: 10 }, undefined],
  [{ left: 60, width: 10 }, undefined],
  [
    { left: 20, width: 10 },
    { left: 0, width: 50 },
  ],
  [
    { left: 0, width: 100 },
    { left: -1, width: 102 },
  ],
])("a stretch %j is seen between 20 and 40 as %j", (stretch, seen) => {
  expect(seenStretch(stretch, { from: 20, to: 40 })).toEqual(seen);
});
