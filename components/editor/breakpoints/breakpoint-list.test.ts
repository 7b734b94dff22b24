import { expect, it } from "vitest";
import { draw, end, mark, start, text, trail } from "@/workflows/compile/testing/draw";
import type { Breakpoint } from "@/workflows/travel/breakpoint";
import { canBreak, settable, toggled } from "./breakpoint-list";

const before: Breakpoint = { nodeId: "a", when: "before" };
const after: Breakpoint = { nodeId: "a", when: "after" };
const document = draw({
  channels: { word: text, trail },
  nodes: { s: start("word"), a: mark("a"), off: { ...mark("off"), disabled: true }, done: end("trail") },
  edges: ["s > a", "a > done"],
});

it("is set and taken away, before and after a node apart", () => {
  const both = toggled(toggled([], before), after);
  expect(both).toEqual([before, after]);
  expect(toggled(both, { ...before })).toEqual([after]);
});

it("stands at nodes that run, and at no others", () => {
  expect(canBreak(document, "a")).toBe(true);
  for (const id of ["s", "done", "off", "gone", "toString"]) expect(canBreak(document, id)).toBe(false);
  expect(
    settable([before, { nodeId: "gone", when: "before" }, { nodeId: "off", when: "after" }], document),
  ).toEqual([before]);
});
