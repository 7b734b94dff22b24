import { expect, it } from "vitest";
import { nothingSelected, selectGroup } from "@/components/editor/store/selection";
import { smallGraph } from "@/components/editor/testing/graph";
import { firstLine, flowPaperMaker } from "./flow-papers";
import { sortChanges } from "./node-changes";

function paper() {
  const document = smallGraph();
  document.layout.groups.a = { title: "Answer", color: "blue", nodes: ["ask"] };
  document.layout.stickies.s = { text: "# Why\nso", color: "amber", x: 1, y: 2, width: 90, height: 80 };
  return document;
}
const calm = {
  document: paper(),
  selection: nothingSelected,
  dragged: {},
  resized: {},
  hints: new Map(),
  sizeOf: () => undefined,
  touch: false,
};

it("draws frames behind notes, and says what they are", () => {
  const [frame, note] = flowPaperMaker()(calm);
  expect(frame).toMatchObject({ id: "group:a", type: "frame", ariaLabel: "Group Answer, 1 node" });
  expect(note).toMatchObject({ id: "sticky:s", position: { x: 1, y: 2 }, width: 90, ariaLabel: "Note: Why" });
  expect(frame?.zIndex).toBeLessThan(note?.zIndex ?? 0);
});

it("keeps them behind the cards when they are selected, although React Flow lifts what is", () => {
  const [frame] = flowPaperMaker()({ ...calm, selection: selectGroup("a") });
  expect((frame?.zIndex ?? 0) + 1_000).toBeLessThan(0);
});

it("gives back the same objects, and the same list, where nothing about them changed", () => {
  const make = flowPaperMaker();
  const before = make(calm);
  expect(make({ ...calm, document: paper() })).toBe(before);
  const after = make({ ...calm, hints: new Map([["a", "join"]]) });
  expect([after[0] === before[0], after[1] === before[1]]).toEqual([false, true]);
});

it("shows a note at the size it is being pulled to", () => {
  const box = { x: 0, y: 0, width: 300, height: 200 };
  expect(flowPaperMaker()({ ...calm, resized: { "sticky:s": box } })[1]).toMatchObject({
    width: 300,
    height: 200,
  });
});

it.each([
  ["# Title\nmore", "Title"],
  ["\n\n- **bold** point", "bold point"],
  ["", "empty"],
])("of %j the first line is %s", (text, line) => {
  expect(firstLine(text)).toBe(line);
});

it("tells a drag, a drop and a resize apart", () => {
  const position = { x: 1, y: 2 };
  const dimensions = { width: 3, height: 4 };
  expect(
    sortChanges([
      { type: "position", id: "a", position, dragging: true },
      { type: "position", id: "b", position, dragging: false },
      { type: "position", id: "sticky:s", position },
      { type: "dimensions", id: "sticky:s", dimensions, resizing: true },
      { type: "dimensions", id: "c", dimensions },
    ]),
  ).toEqual({
    moving: { a: position },
    dropped: { b: position },
    sizes: [["c", dimensions]],
    resizing: [["sticky:s", { ...position, ...dimensions }]],
    resized: false,
  });
  expect(sortChanges([{ type: "dimensions", id: "sticky:s", dimensions, resizing: false }]).resized).toBe(
    true,
  );
});
