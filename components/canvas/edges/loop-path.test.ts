import { expect, it } from "vitest";
import { loopPath, lowestBetween } from "./loop-path";

const ends = { sourceX: 400, sourceY: 100, targetX: 50, targetY: 140 };

it("passes below every box between its ends", () => {
  const boxes = [
    { x: 0, y: 0, width: 100, height: 140 },
    { x: 150, y: 200, width: 100, height: 160 },
    { x: 2_000, y: 900, width: 100, height: 100 },
  ];
  const { labelY } = loopPath(ends, lowestBetween(ends, boxes));
  expect(labelY).toBeGreaterThan(360);
  expect(labelY).toBeLessThan(900);
});

it("begins at the source and ends at the target", () => {
  const { path } = loopPath(ends, lowestBetween(ends, []));
  expect(path.startsWith("M 400,100")).toBe(true);
  expect(path.endsWith("L 50,140")).toBe(true);
});

it("leads from a node to itself", () => {
  const { path, labelY } = loopPath({ sourceX: 200, sourceY: 50, targetX: 100, targetY: 100 }, 100);
  expect(path).not.toContain("NaN");
  expect(labelY).toBeGreaterThan(100);
});
