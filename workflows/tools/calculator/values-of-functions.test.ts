import { describe, expect, it } from "vitest";
import { calculate } from "./arithmetic";

describe("a function of the calculator", () => {
  it.each(["sqrt", "abs", "floor", "ceil", "ln", "log", "exp"])(
    "refuses a second value, which would change nothing: %s",
    (name) => {
      expect(calculate(`${name}(1)`)).toBeGreaterThanOrEqual(0);
      expect(() => calculate(`${name}(1, 2)`)).toThrow(`“${name}” takes 1 at most`);
    },
  );

  it.each([
    ["log(8, 2)", "“log” takes 1 at most"],
    ["round(1, 2, 3)", "“round” takes 2 at most"],
    ["2 * sqrt(9, 3)", "“sqrt” takes 1 at most"],
  ])("does not give a wrong answer for %s", (expression, words) => {
    expect(() => calculate(expression)).toThrow(words);
  });

  it.each([
    ["max(1)", 1],
    ["min(3, 1, 2, 0.5, 7)", 0.5],
    ["max(min(1, 2), min(3, 4), 0)", 3],
    ["Round(2.5) + ROUND(-2.5)", 0],
    ["sqrt(sqrt(81)) ^ 2", 9],
    ["abs(-(2 ^ 3)) % 5", 3],
    ["round(PI, 2)", 3.14],
    ["e ^ ln(7)", 7],
    ["floor(-0.5) + ceil(-0.5)", -1],
  ])("takes what it can: %s = %d", (expression, value) => {
    expect(calculate(expression)).toBe(value);
  });
});
