import { expect, it } from "vitest";
import { smallGraph } from "@/components/editor/testing/graph";
import type { Sticky } from "@/workflows/graph/layout";
import { notesAlong } from "./notes-along";

const sizeOf = () => ({ width: 100, height: 100 });

/** Start at 0, Ask at 200, End at 500; all stand at the top, each a hundred pixels wide. */
function places(note: Partial<Sticky>, positions: Record<string, { x: number; y: number }>) {
  const document = smallGraph();
  document.layout.groups.g = { title: "", color: "blue", nodes: ["end"] };
  document.layout.stickies.s = { text: "", color: "amber", x: 0, y: 0, width: 50, height: 50, ...note };
  return notesAlong(document, sizeOf, positions).map((step) =>
    step.op === "sticky.set" && step.sticky ? [step.sticky.x, step.sticky.y] : [],
  );
}

it.each([
  ["goes with the node beside it", { x: 220, y: 120 }, { ask: { x: 300, y: 1_000 } }, [[320, 1_120]]],
  ["goes with the node it lies under", { x: 190, y: 10 }, { ask: { x: 210, y: 0 } }, [[200, 10]]],
  ["stays where no node is near", { x: 0, y: 900 }, { ask: { x: 300, y: 0 } }, []],
  ["is pushed below what would cover it", { x: 0, y: 900 }, { ask: { x: 0, y: 860 } }, [[0, 984]]],
  ["is pushed out of a frame that is not its own", { x: 0, y: 900 }, { end: { x: 0, y: 800 } }, [[0, 948]]],
  ["stays in its own frame", { x: 500, y: 105 }, { end: { x: 510, y: 0 } }, [[510, 105]]],
])("a note %s", (_, note, positions, expected) => {
  expect(places(note, positions)).toEqual(expected);
});
