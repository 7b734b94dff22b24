import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expressionChannels } from "./channels-used";
import { evaluate } from "./evaluate";
import { renameInExpression, renameInTemplate } from "./rename";

describe("renameInExpression", () => {
  it.each([
    ["x + 1", "y + 1"],
    ["x.x + xx.x", "y.x + xx.x"],
    ["'x' + x", "'x' + y"],
    ["{'x': x}.x", "{'x': y}.x"],
    ["[1].map(x, x + 1)", "[1].map(x, x + 1)"],
    ["x.map(x, x + 1)", "y.map(x, x + 1)"],
    ["[1].map(y, x + y)", "[1].map(y2, y + y2)"],
    ["[1].map(y, y + y2 + x)", "[1].map(y3, y3 + y2 + y)"],
    ["[1].map(y, y)", "[1].map(y, y)"],
    ["cel.bind(y, x, y + x)", "cel.bind(y2, y, y2 + y)"],
    ["x(1)", "x(1)"],
    ["x +", "x +"],
    ["'😀' + x", "'😀' + y"],
  ])("%s becomes %s", (before, after) => {
    expect(renameInExpression(before, "x", "y")).toBe(after);
  });

  it("keeps the value, whatever names it binds", () => {
    const inner = fc.constantFrom("x", "y", "z", "y2");
    fc.assert(
      fc.property(inner, inner, inner, (one, other, last) => {
        const text = `[1, 2].map(${one}, [3].map(${other}, ${last} * 2 + ${one} + x))`;
        const before = { x: 5, z: 7, y2: 9, y: 11 };
        fc.pre(!expressionChannels(text).includes("y"));
        const renamed = renameInExpression(text, "x", "y");
        expect(evaluate(renamed, { ...before, x: undefined, y: 5 })).toEqual(evaluate(text, before));
      }),
    );
  });
});

describe("renameInTemplate", () => {
  it.each([
    ["x {{ x }} and {{x + x}} of \\{{ x }}", "x {{ y }} and {{y + y}} of \\{{ x }}"],
    ["{{ other }}", "{{ other }}"],
    ["{{ x", "{{ x"],
    ["{{ }}{{ x }}", "{{ }}{{ y }}"],
  ])("%s becomes %s", (before, after) => {
    expect(renameInTemplate(before, "x", "y")).toBe(after);
  });
});
