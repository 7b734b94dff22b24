import { describe, expect, it } from "vitest";
import { findArithmetic } from "./arithmetic";

describe("findArithmetic", () => {
  it.each([
    ["What is 12 * 3?", ["12 * 3"]],
    ["2+2", ["2+2"]],
    ["what's 12 x 4", ["12 * 4"]],
    ["How much is 20% of 1,250 plus 3?", ["20 / 100 * 1250 + 3"]],
    ["calculate (3 + 4) * 2 and 10 / 4, please", ["(3 + 4) * 2", "10 / 4"]],
    ["seven is fine, 9 minus 4 too", ["9 - 4"]],
    ["6 divided by 3", ["6 / 3"]],
    ["2 to the power of 10", ["2 ^ 10"]],
    ["(what is 4 * 5)", ["4 * 5"]],
    ["Compute 10-3", ["10-3"]],
    ["7 ÷ 2 × 3", ["7 / 2 * 3"]],
    ["-3 + 5", ["-3 + 5"]],
    ["What is the square root of 16?", ["sqrt(16)"]],
    ["sqrt(2) * 10 and max(1, 2)", ["sqrt(2) * 10", "max(1, 2)"]],
    ["The meeting is on 2026-03-04", []],
    ["Call 555-1234", []],
    ["open 24/7", []],
    ["pages 10-20", []],
    ["hello", []],
    ["I have 3 apples", []],
  ])("%s", (text, expected) => {
    expect(findArithmetic(text)).toEqual(expected);
  });
});
