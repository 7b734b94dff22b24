import { describe, expect, it } from "vitest";
import { aligned, distributed } from "./arrange";

const boxes = {
  a: { x: 0, y: 0, width: 100, height: 40 },
  b: { x: 120, y: 60, width: 200, height: 80 },
  c: { x: 500, y: 20, width: 100, height: 40 },
};

describe("aligned", () => {
  it.each([
    ["left", "x", [0, 0, 0]],
    ["right", "x", [500, 400, 500]],
    ["center", "x", [250, 200, 250]],
    ["top", "y", [0, 0, 0]],
    ["bottom", "y", [100, 60, 100]],
    ["middle", "y", [50, 30, 50]],
  ] as const)("to the %s moves along %s alone", (to, axis, expected) => {
    const places = aligned(boxes, to);
    const other = axis === "x" ? "y" : "x";
    expect(Object.values(places).map((place) => place[axis])).toEqual(expected);
    expect(Object.values(places).map((place) => place[other])).toEqual(
      Object.values(boxes).map((box) => box[other]),
    );
  });
});

describe("distributed", () => {
  it("leaves the same gap between neighbours; the outermost stay", () => {
    expect(distributed(boxes, "x")).toEqual({
      a: { x: 0, y: 0 },
      b: { x: 200, y: 60 },
      c: { x: 500, y: 20 },
    });
  });
  it("does nothing without boxes", () => {
    expect(distributed({}, "y")).toEqual({});
  });
});
