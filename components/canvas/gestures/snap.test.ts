import { describe, expect, it } from "vitest";
import { type Outline, snap } from "./snap";

const box = (x: number, y: number, width = 200, height = 100): Outline => ({
  x,
  y,
  width,
  height,
  anchor: 28,
});

describe("snap", () => {
  it.each([
    ["a left edge", box(4, 300), { x: -4, y: 0 }, { x: 0 }],
    ["a right edge", box(103, 300, 100), { x: -3, y: 0 }, { x: 200 }],
    ["a middle", box(53, 300, 100), { x: -3, y: 0 }, { x: 100 }],
    ["the height edges run at", box(500, 5, 200, 160), { x: 0, y: -5 }, { y: 28 }],
    ["both ways at once", box(-2, 3), { x: 2, y: -3 }, { x: 0, y: 28 }],
    ["nothing that is near", box(500, 300), { x: 0, y: 0 }, {}],
  ])("lines up by %s", (_, dragged, by, guides) => {
    expect(snap(dragged, [box(0, 0)], 6)).toEqual({ by, guides });
  });

  it("takes the nearest of several", () => {
    expect(snap(box(4, 300), [box(0, 0), box(5, 900)], 6).by.x).toBe(1);
  });
});
