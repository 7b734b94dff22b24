import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Said, saidSchema, settle } from "./said";
import { targetKey, targetOf } from "./target";
import { flatten, unflatten } from "./value";

const up = { kind: "thumb", thumb: "up" } as const;
const down = { kind: "thumb", thumb: "down" } as const;
const half = { kind: "score", score: 0.5 } as const;

describe("what is said has to make sense", () => {
  test.each<[what: string, said: unknown, field: string]>([
    ["nothing at all", {}, "value"],
    ["a name alone", { name: "accuracy" }, "value"],
    ["an empty comment", { comment: "  " }, "comment"],
    ["a comment with a character that no database keeps", { comment: "a\0b" }, "comment"],
    ["a thumb that is neither", { value: { kind: "thumb", thumb: "sideways" } }, "value.thumb"],
    ["a thumb of another name", { name: "accuracy", value: up }, "name"],
    ["thumbs without a thumb", { name: "thumbs", comment: "Good" }, "value"],
    ["a score called thumbs", { name: "thumbs", value: half }, "name"],
    ["a score called comment", { name: "comment", value: half }, "name"],
    ["a score without a name", { value: half }, "name"],
    ["a score above its range", { name: "a", value: { ...half, score: 2 } }, "value.score"],
    ["a score below its range", { name: "a", value: { ...half, min: 1, max: 5 } }, "value.score"],
    ["a range that is none", { name: "a", value: { ...half, min: 5, max: 1 } }, "value.max"],
    ["an endless score", { name: "a", value: { ...half, score: Infinity } }, "value.score"],
    ["a category without words", { name: "a", value: { kind: "category", category: " " } }, "value.category"],
    ["a name that cannot be written in a filter", { name: "<b>", value: half }, "name"],
    ["two places at once", { value: up, spanId: "a", messageId: "b" }, "messageId"],
    ["a field that nobody knows", { value: up, colour: "red" }, ""],
  ])("%s", (_what, said, field) => {
    const { error } = saidSchema.safeParse(said);
    expect(error?.issues.map(({ path }) => path.join("."))).toContain(field);
  });
});

test.each<[what: string, said: Said, kept: object]>([
  ["a thumb", { value: up }, { name: "thumbs", target: "", value: up, comment: null }],
  ["a thumb and why", { value: down, comment: "Wrong" }, { name: "thumbs", comment: "Wrong" }],
  ["a comment", { comment: "Well said" }, { name: "comment", value: null }],
  ["a comment of a name", { name: "tone", comment: "Well said" }, { name: "tone", value: null }],
  ["of a span", { value: up, spanId: "s1" }, { target: "span:s1" }],
  ["of a message", { value: up, messageId: "m1" }, { target: "message:m1" }],
])("%s is kept", (_what, said, kept) => {
  expect(settle(saidSchema.parse(said))).toMatchObject(kept);
});

test("a score without a range is from 0 to 1", () => {
  expect(saidSchema.parse({ name: "a", value: half }).value).toEqual({ ...half, min: 0, max: 1 });
});

test("columns give back what was put in", () => {
  const score = fc
    .tuple(fc.integer({ min: -100, max: 100 }), fc.nat(50), fc.nat(50))
    .map(([min, above, more]) => ({
      kind: "score" as const,
      score: min + above,
      min,
      max: min + above + more + 1,
    }));
  const category = fc
    .stringMatching(/^[a-z]{1,20}$/)
    .map((word) => ({ kind: "category" as const, category: word }));
  const value = fc.oneof(fc.constant(up), fc.constant(down), score, category, fc.constant(null));
  fc.assert(
    fc.property(value, (given) => {
      expect(unflatten(flatten(given))).toEqual(given);
    }),
  );
});

test("what columns hold that nobody wrote is a bug", () => {
  expect(() => unflatten({ kind: "score", score: 3, min: 0, max: 1, category: null })).toThrow();
});

test("a target comes back from its key, whatever it is called", () => {
  const id = fc.string({ minLength: 1 });
  const target = fc.oneof(
    fc.constant({}),
    id.map((spanId) => ({ spanId })),
    id.map((messageId) => ({ messageId })),
  );
  fc.assert(
    fc.property(target, (given) => {
      expect(targetOf(targetKey(given))).toEqual(given);
    }),
  );
});
