import { expect, it } from "vitest";
import { frameBoxes } from "@/components/editor/graph/frames";
import { smallGraph } from "@/components/editor/testing/graph";
import { apply, batchOf } from "@/workflows/graph/apply";
import type { Sticky } from "@/workflows/graph/layout";
import { carried } from "./carry";
import { moves } from "./moves";

const sizeOf = () => ({ width: 200, height: 100 });
const note = (x: number): Sticky => ({ text: "", color: "amber", x, y: 10, width: 50, height: 50 });

function paper() {
  const document = smallGraph();
  document.layout.groups.a = { title: "", color: "blue", nodes: ["start", "ask"] };
  document.layout.stickies = { inside: note(5), outside: note(2_000) };
  return document;
}

it("a frame takes its nodes along, and the notes that lie in it", () => {
  const document = paper();
  const frame = frameBoxes(document, sizeOf).get("a");
  const to = { x: (frame?.x ?? 0) + 10, y: (frame?.y ?? 0) - 7 };
  expect(carried(document, sizeOf, { "group:a": to })).toEqual({
    "group:a": to,
    start: { x: 10, y: -7 },
    ask: { x: 210, y: -7 },
    "sticky:inside": { x: 15, y: 3 },
  });
});

it("what is dragged itself goes where it is dragged to", () => {
  const dragged = { "group:a": { x: 0, y: 0 }, ask: { x: 1, y: 2 } };
  expect(carried(paper(), sizeOf, dragged).ask).toEqual({ x: 1, y: 2 });
});

it("places become operations in whole pixels; a frame and what is gone have none", () => {
  const document = paper();
  const steps = moves(document, {
    "group:a": { x: 1, y: 1 },
    ask: { x: 1.4, y: 2.6 },
    gone: { x: 1, y: 1 },
    "sticky:inside": { x: 7.5, y: 0 },
    "sticky:gone": { x: 1, y: 1 },
  });
  expect(steps).toEqual([
    { op: "node.move", positions: { ask: { x: 1, y: 3 } } },
    { op: "sticky.set", id: "inside", sticky: { ...note(8), y: 0 } },
  ]);
  expect(apply(document, batchOf(steps)).ok).toBe(true);
  expect(moves(document, { "group:a": { x: 1, y: 1 } })).toEqual([]);
});
