import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAppError } from "@/workflows/errors/app-error";
import { calculate, shown } from "./arithmetic";

describe("the calculator", () => {
  it.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["10 - 4 - 3", 3],
    ["2 ^ 3 ^ 2", 512],
    ["2 ** 3", 8],
    ["-2 ^ 2", -4],
    ["2 ^ -1", 0.5],
    ["--3", 3],
    ["7 % 4", 3],
    ["0.1 + 0.2", 0.3],
    [".5 * 4", 2],
    ["1.5e3 / 3", 500],
    ["6 × 7 ÷ 2 − 1", 20],
    ["1 000 + 1_000", 2000],
    ["1_000_000 + 1 000 000", 2_000_000],
    ["2 ^ 53 - 1", 9_007_199_254_740_991],
    ["94906265 * 94906265", 9_007_199_136_250_225],
    ["sqrt(16) + abs(-2)", 6],
    ["max(1, 2, 3) - min(4, 5)", -1],
    ["round(2.345, 2)", 2.35],
    ["round(1.005, 2)", 1.01],
    ["round(-2.5)", -3],
    ["round(1234.5, -2)", 1200],
    ["round(5, 400)", 5],
    ["round(1e300, 10)", 1e300],
    ["floor(2.9) + ceil(2.1)", 5],
    ["log(1000) + ln(exp(2))", 5],
    ["2 * PI", 6.28318530717959],
  ])("%s = %d", (expression, value) => {
    expect(calculate(expression)).toBe(value);
  });

  it.each([
    ["", /stops too early/],
    ["1 +", /stops too early/],
    ["(1 + 2", /“\)” is missing/],
    ["1 23", /does not go on after 1/],
    ["1 0000", /does not go on after 1/],
    ["max()", /“\)” is misplaced/],
    ["10% of 5", /“of” is unknown/],
    ["(-8) ^ (1 / 3)", /no finite number/],
    ["1 2", /does not go on after 1/],
    ["4 / 0", /divides by zero/],
    ["4 % 0", /divides by zero/],
    ["sqrt(-1)", /no finite number/],
    ["9 ^ 9 ^ 9", /no finite number/],
    ["x + 1", /“x” is unknown/],
    ["constructor(1)", /“constructor” is unknown/],
    ["process.exit()", /“process” is unknown|not understood/],
    ["1 + $5", /“\$5” is not understood/],
    ["* 3", /“\*” is misplaced/],
    [`${"(".repeat(500)}1${")".repeat(500)}`, /nested too deeply/],
    [`${"-".repeat(900)}1`, /nested too deeply/],
  ])("refuses %j", (expression, message) => {
    expect(() => calculate(expression)).toThrow(message);
  });

  it("agrees with JavaScript on sums, differences and products of whole numbers", () => {
    const term = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { depthSize: "small" },
        fc.integer({ min: 0, max: 99 }).map(String),
        fc
          .tuple(tie("expression"), fc.constantFrom("+", "-", "*"), tie("expression"))
          .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
      ),
    })).expression;
    fc.assert(
      fc.property(term, (expression) => {
        const expected: unknown = runInNewContext(expression);
        const value = calculate(expression);
        expect(Math.abs(value - Number(expected))).toBeLessThanOrEqual(Math.abs(value) * 1e-14);
      }),
    );
  });

  it("is exact for all whole numbers that it shows without “about”", () => {
    const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    fc.assert(
      fc.property(whole, whole, fc.constantFrom("+", "-", "*"), (left, right, sign) => {
        const exact = sign === "+" ? left + right : sign === "-" ? left - right : left * right;
        const text = shown(calculate(`(${left}) ${sign} (${right})`));
        expect(text.startsWith("about ") || text === String(exact)).toBe(true);
        expect(text.startsWith("about ")).toBe(exact > 2n ** 53n - 1n || exact < -(2n ** 53n - 1n));
      }),
    );
  });

  it.each([
    ["123456789 * 987654321", "about 1.21932631112635e+17"],
    ["0 - 2 ^ 60", "about -1.15292150460685e+18"],
    ["1 / 3", "0.333333333333333"],
    ["1 / 8", "0.125"],
    ["0 * -1", "0"],
  ])("tells the model of %s: %s", (expression, text) => {
    expect(shown(calculate(expression))).toBe(text);
  });

  it("gives any number back as it is read", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e15, noNaN: true }), (value) => {
        const read = Number(value.toPrecision(15));
        expect(calculate(String(read))).toBe(read);
      }),
    );
  });

  it("never throws anything but a problem that the model can read, whatever it is given", () => {
    const piece = fc.constantFrom(..."1 2.5 + - * / % ^ ( ) , sqrt max pi e _ × $ .".split(" "));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const problem = problemOf(() => calculate(pieces.join("")));
        expect(problem === undefined || (isAppError(problem) && problem.code === "tool_failed")).toBe(true);
      }),
    );
  });
});

function problemOf(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
