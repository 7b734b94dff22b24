import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCondition } from "@/workflows/expressions/evaluate";
import { neverMatches } from "./never-matches";

describe("neverMatches", () => {
  it.each<[conditions: string[], index: number, after: number[]]>([
    [["x > 5", "x > 5"], 1, [0]],
    [["x > 5", "(5 < x)"], 1, [0]],
    [["x > 5", "x > 10"], 1, [0]],
    [["x >= 5", "x > 5"], 1, [0]],
    [["x < 5.5", "x <= 5"], 1, [0]],
    [["true", "x > 5"], 1, [0]],
    [["x > 1 || true", "y"], 1, [0]],
    [["x != 'a'", "x == 'b'"], 1, [0]],
    [["x == 'a'", "x == 'b'", "x in ['a', 'b']"], 2, [0, 1]],
    [["x in ['a', 'b', 'c']", "x == 'b'"], 1, [0]],
    [["x in ['a', 'b']", "x in ['b']"], 1, [0]],
    [["done", "done && x > 3"], 1, [0]],
    [["done", "!done", "done == true"], 2, [0]],
    [["x > 5 || y > 5", "x > 6 && y > 1"], 1, [0]],
    [["x > 5", "y > 5", "x > 6 || y > 6"], 2, [0, 1]],
    [["size(text) > 10", "size(text) > 100"], 1, [0]],
    [["last(messages).content == 'yes'", 'last( messages ).content == "yes"'], 1, [0]],
    [["name >= 'm'", "name > 'n'"], 1, [0]],
    [["x > 5", "false"], 1, []],
    [["x > 5 && x < 3"], 0, []],
    [["x == 'a' && x == 'b'"], 0, []],
    [["x == null && x > 1"], 0, []],
    [["x > y", "x > y && done"], 1, [0]],
    [["done ? x > 5 : x > 9", "x > 9 && done"], 1, [0]],
  ])("%j: the one at %i", (conditions, index, after) => {
    expect(neverMatches(conditions)).toEqual([{ index, after }]);
  });

  it.each<[conditions: string[]]>([
    [["x > 10", "x > 5"]],
    [["x == 'a'", "x == 'b'"]],
    [["x == 'a'", "x != 'a'"]],
    [["x in ['a', 'b']", "x in ['b', 'c']"]],
    [["x > 5", "y > 10"]],
    [["x > 5", "x <= 5"]],
    [["x > 5 && done", "x > 6"]],
    [["x >", "x > 5"]],
    [["x.a > 5", "x.b > 6"]],
    [["!(x < 5) && !(x >= 5)"]],
    [["x > 5", "!(x <= 7)"]],
    [["x < 9007199254740993", "x < 9007199254740992"]],
    [["uint(x) == 5", "uint(x) == 5.0"]],
    [["x == 3u", "x == 4u"]],
    [["x == b'a'", "x == b'b'"]],
    [["contains(answer, 'yes')", "contains(answer, 'no')"]],
    [["list.exists(a, a > 5)", "list.exists(a, a > 10)"]],
  ])("says nothing about %j", (conditions) => {
    expect(neverMatches(conditions)).toEqual([]);
  });

  it("does not lose itself in many alternatives", () => {
    const wide = Array.from({ length: 12 }, (_, index) => `(x${index} || y${index})`).join(" && ");
    expect(neverMatches(Array.from({ length: 20 }, () => wide)).length).toBeLessThanOrEqual(19);
  });
});

const value = fc.constantFrom<unknown>(
  null,
  true,
  false,
  0,
  1,
  2,
  2.5,
  3,
  -1,
  "a",
  "b",
  "",
  Number.NaN,
  1e20,
);
const state = fc.record({ x: value, y: value, done: value });
const literal = fc.constantFrom("0", "1", "2", "2.0", "2.5", "-1", "'a'", "'b'", "null", "true", "false");
const term = fc.constantFrom("x", "y", "done", "(x)", "text(x)", "(y + 1)");
const comparison = fc.oneof(
  fc
    .tuple(term, fc.constantFrom("<", "<=", ">", ">=", "==", "!="), literal)
    .map(([side, sign, other]) => `${side} ${sign} ${other}`),
  fc
    .tuple(literal, fc.constantFrom("<", "<=", ">", ">=", "==", "!="), term)
    .map(([side, sign, other]) => `${side} ${sign} ${other}`),
  fc
    .tuple(term, fc.array(literal, { maxLength: 3 }))
    .map(([side, list]) => `${side} in [${list.join(", ")}]`),
  fc.constantFrom("done", "x == y", "true", "false", "x < y"),
);
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small" },
    comparison,
    comparison,
    fc
      .tuple(tie("condition"), fc.constantFrom("&&", "||"), tie("condition"))
      .map(([one, sign, other]) => `(${one} ${sign} ${other})`),
    tie("condition").map((inner) => `!(${inner})`),
    fc
      .tuple(tie("condition"), tie("condition"), tie("condition"))
      .map(([when, yes, no]) => `(${when} ? ${yes} : ${no})`),
  ),
}));

/** The place of the first true condition, as a run finds it; undefined where none is or one fails. */
function chosen(conditions: readonly string[], values: Record<string, unknown>): number | undefined {
  try {
    const index = conditions.findIndex((text) => evaluateCondition(text, values));
    return index < 0 ? undefined : index;
  } catch {
    return undefined;
  }
}

describe("neverMatches against runs", () => {
  it("never names a condition that some state makes the first true one", () => {
    let named = 0;
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 1, maxLength: 4 }),
        fc.array(state, { minLength: 30, maxLength: 30 }),
        (conditions, states) => {
          const never = new Set(neverMatches(conditions).map(({ index }) => index));
          named += never.size;
          for (const values of states) {
            const index = chosen(conditions, values);
            expect(index !== undefined && never.has(index)).toBe(false);
          }
        },
      ),
      { numRuns: 1_500 },
    );
    expect(named).toBeGreaterThan(100);
  });
});
