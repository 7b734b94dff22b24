import { expect, test } from "vitest";
import { foundBy, patternProblem } from "./pattern";

test.each([
  ["b+", "abbc", true],
  ["^b", "abbc", false],
  ["B", "abbc", false],
  ["(?i)B", "abbc", true],
])("%s in %s", (pattern, text, found) => {
  expect(foundBy(pattern, text)).toBe(found);
  expect(patternProblem(pattern)).toBeUndefined();
});

test("nothing matches where nothing is", () => expect(foundBy(".*", undefined)).toBe(false));

test.each(["(", "(?=a)", "a{1001}"])("%s cannot be used, and says so", (pattern) => {
  expect(patternProblem(pattern)).toMatch(/cannot be used/);
  expect(foundBy(pattern, "a")).toBe(false);
});

test("a pattern that explodes elsewhere takes no time", () => {
  const before = performance.now();
  expect(foundBy("(a+)+$", `${"a".repeat(10_000)}b`)).toBe(false);
  expect(performance.now() - before).toBeLessThan(1_000);
});
