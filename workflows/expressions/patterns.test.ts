import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Channels } from "@/workflows/graph/channel";
import { checkExpression } from "./check";
import { evaluate } from "./evaluate";

const channels: Channels = {
  text: { type: "string", reducer: "replace" },
  pattern: { type: "string", reducer: "replace" },
  lines: { type: "array", reducer: "replace" },
};
const matches = (text: string, pattern: string) => evaluate("text.matches(pattern)", { text, pattern });

describe("matches", () => {
  it.each([
    ["AB", "^[A-Z]+$", true],
    ["ABc", "^[A-Z]+$", false],
    ["say yes now", "yes", true],
    ["", "", true],
    ["", "a", false],
    ["a\nb", "^b$", false],
    ["a\nb", "(?m)^b$", true],
    ["YES", "(?i)yes", true],
    ["über", "^\\pL+$", true],
    ["😀", "^.$", true],
    ["2024-01-02", "^\\d{4}-\\d\\d-\\d\\d$", true],
    ["a.b", "^a\\.b$", true],
    ["axb", "^a\\.b$", false],
  ])("“%s” against %s: %s", (text, pattern, expected) => {
    expect(matches(text, pattern)).toBe(expected);
  });

  it.each(["(a+)+$", "(a|aa)+$", "(a*)*b", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$"])(
    "%s, at which JavaScript's own engine hangs, answers on a long text",
    (pattern) => {
      expect(matches(`${"a".repeat(5_000)}!`, pattern)).toBe(false);
    },
  );

  it("agrees with JavaScript on plain patterns", () => {
    const part = fc.constantFrom("a", "b", "[ab]", "a*", "b+", "(ab)?", ".", "(a|b)", "a{1,2}");
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), fc.boolean(), text, (parts, anchored, value) => {
        const pattern = anchored ? `^${parts.join("")}$` : parts.join("");
        expect(matches(value, pattern)).toBe(new RegExp(pattern).test(value));
      }),
    );
  });

  it.each([
    ["[", /“\[” cannot be used/],
    ["(a", /cannot be used/],
    ["(?=a)", /cannot be used/],
    ["a".repeat(1_001), /may have 1000 characters/],
    ["(a{1000}){1000}", /cannot be used/],
  ])("%s from a channel fails with a reason", (pattern, reason) => {
    expect(() => matches("a", pattern)).toThrow(reason);
    expect(() => matches("a", pattern)).toThrow(expect.objectContaining({ code: "expression_failed" }));
  });

  it("is safe wherever it stands", () => {
    const state = { lines: [`${"a".repeat(3_000)}!`], text: "x" };
    expect(evaluate('lines.exists(item, item.matches("(a+)+$"))', state)).toBe(false);
    expect(evaluate('cel.bind(t, lines[0], t.matches("(a+)+$") || text.matches("x"))', state)).toBe(true);
    expect(evaluate('{"found": lines.filter(t, !t.matches("(a+)+$")).map(t, size(t))}', state)).toEqual({
      found: [3_001],
    });
  });
});

describe("patterns are checked while writing", () => {
  it.each([
    ['text.matches("a(?=b)")', "looking ahead"],
    ['text.matches("a(?!b)")', "looking ahead"],
    ['text.matches("(?<=a)b")', "behind"],
    ['text.matches("(?<!a)b")', "behind"],
    ['text.matches("(a)\\\\1")', "earlier group"],
    ['text.matches("(?<x>a)\\\\k<x>")', "earlier group"],
    ['lines.exists(item, item.matches("(a)\\\\1"))', "earlier group"],
  ])("%s is refused for %s", (expression, feature) => {
    const problems = checkExpression(expression, channels);
    expect(problems).toMatchObject([{ code: "pattern", message: expect.stringContaining(feature) }]);
    const places = problems.map(({ start, end }) => expression.slice(start, end));
    expect(places).toEqual([expect.stringMatching(/^".*"$/)]);
  });

  it.each([
    'text.matches("(a+)+$")',
    'text.matches("(?:a|b)(?i)c")',
    'text.matches("\\\\(\\\\?=")',
    'text.matches("\\\\\\\\1")',
    'text.matches("(?P<name>a)")',
    "text.matches(pattern)",
  ])("%s passes and runs", (expression) => {
    expect(checkExpression(expression, channels)).toEqual([]);
    expect(evaluate(expression, { text: "none", pattern: "x" })).toBe(false);
  });
});
