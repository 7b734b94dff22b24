import { describe, expect, it } from "vitest";
import { spend, TooMuchWork, withBudget } from "./budget";
import { evaluate } from "./evaluate";
import { renderTemplate } from "./template";

const many = Array.from({ length: 2_000 }, (_, index) => index);
const state = { many, text: "0123456789", flag: true };

/** The text `body` with `name` bound to itself twice, so many times over. */
const doubled = (start: string, times: number, sum: (name: string) => string): string =>
  Array.from({ length: times }, (_, index) => index)
    .reduceRight((body, index) => `cel.bind(v${index + 1}, ${sum(`v${index}`)}, ${body})`, `size(v${times})`)
    .replace(/^/, `cel.bind(v0, ${start}, `)
    .concat(")");

describe("an expression stops when it does too much", () => {
  it.each([
    ["loops within loops", "many.map(a, many.map(b, many.map(c, a + b + c)))"],
    ["conditions within loops", "many.all(a, many.all(b, many.all(c, a + b + c >= 0)))"],
    ["loops whose errors the language swallows", "many.exists(a, many.exists(b, many.exists(c, c < 0)))"],
    ["a swallowed end behind ||", "many.exists(a, many.exists(b, many.exists(c, c < 0))) || flag"],
    ["a list that doubles", doubled("many", 30, (name) => `${name} + ${name}`)],
    ["a text that doubles", doubled("text", 40, (name) => `${name} + ${name}`)],
    [
      "a list shared with itself, as JSON",
      doubled("many", 40, (name) => `[${name}, ${name}]`).replace("size", "json"),
    ],
  ])("%s", (_, expression) => {
    expect(() => evaluate(expression, state)).toThrow(
      expect.objectContaining({
        code: "expression_failed",
        message: expect.stringContaining("too many steps"),
      }),
    );
  });

  it("and the next one starts afresh", () => {
    expect(() => evaluate("many.map(a, many.map(b, a))", state)).toThrow("too many steps");
    expect(evaluate("many.filter(a, a < 3)", state)).toEqual([0, 1, 2]);
  });

  it.each([
    ["a pass over all", "size(many.filter(a, a % 2 == 0).map(a, a * 2))", 1_000],
    ["pairs of a hundred", "size(many.filter(a, a < 100).map(a, many.filter(b, b < 100 && b == a)))", 100],
    ["a long text", 'size(join(many, ", "))', 10_888],
  ])("%s is well within what is allowed", (_, expression, expected) => {
    expect(evaluate(expression, state)).toBe(expected);
  });

  it("gives each expression of a template its own budget", () => {
    const piece = "{{ size(many.filter(a, a > 1)) }}";
    expect(renderTemplate(piece.repeat(100), state)).toBe("1998".repeat(100));
  });
});

describe("withBudget", () => {
  it("does not take a swallowed end for a result", () => {
    const swallows = () => {
      try {
        spend(Number.MAX_SAFE_INTEGER);
      } catch {
        return "went on";
      }
      return "never";
    };
    expect(() => withBudget(swallows)).toThrow(TooMuchWork);
  });

  it("leaves no limit behind, also after an error", () => {
    expect(() =>
      withBudget(() => {
        throw new RangeError("other");
      }),
    ).toThrow(RangeError);
    expect(() => spend(Number.MAX_SAFE_INTEGER)).not.toThrow();
  });
});
