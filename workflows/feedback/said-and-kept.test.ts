import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authorKey, type FeedbackAuthor } from "./author";
import { type Said, saidSchema, settle } from "./said";
import { type FeedbackFacts, inWords, summarise } from "./summary";
import { targetKey, targetOf } from "./target";
import { type FeedbackValue, feedbackNameSchema, feedbackValueSchema, flatten, unflatten } from "./value";

const id = fc.string({ minLength: 1, maxLength: 12 });
const value: fc.Arbitrary<FeedbackValue> = fc.oneof(
  fc.record({ kind: fc.constant("thumb" as const), thumb: fc.constantFrom("up" as const, "down" as const) }),
  fc
    .tuple(
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([min, size, part]) => ({ kind: "score" as const, score: min + size * part, min, max: min + size }))
    .filter(({ score, min, max }) => score >= min && score <= max),
  fc.record({ kind: fc.constant("category" as const), category: fc.stringMatching(/^[a-z]{1,10}$/) }),
);

describe("what is kept of a feedback", () => {
  it("is the value that was given, read back from its columns", () => {
    fc.assert(
      fc.property(fc.option(value), (given) => {
        expect(unflatten(flatten(given))).toEqual(given);
      }),
    );
  });

  it("passes the check again: nothing is kept that could not be said", () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(feedbackValueSchema.parse(given)).toEqual(given);
      }),
    );
  });

  it("tells any two targets apart, and finds each again", () => {
    const target = fc.oneof(fc.constant({}), fc.record({ spanId: id }), fc.record({ messageId: id }));
    fc.assert(
      fc.property(target, target, (one, other) => {
        expect(targetOf(targetKey(one))).toEqual(one);
        expect(targetKey(one) === targetKey(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it("has a name: the one given, or that of thumbs and comments", () => {
    expect(settle({ value: { kind: "thumb", thumb: "up" } })).toMatchObject({
      name: "thumbs",
      comment: null,
    });
    expect(settle({ comment: "Good." })).toMatchObject({ name: "comment", value: null, target: "" });
    expect(
      settle({ name: "tone", value: { kind: "category", category: "rude" }, messageId: "#0" }),
    ).toMatchObject({
      name: "tone",
      target: "message:#0",
    });
  });

  it("tells authors apart, and a program's people from each other", () => {
    const authors: FeedbackAuthor[] = [
      { kind: "member", id: "1" },
      { kind: "visitor", id: "1" },
      { kind: "key", id: "1" },
      { kind: "key", id: "1", user: "ada" },
      { kind: "key", id: "1", user: "" },
      { kind: "evaluator", id: "1" },
    ];
    expect(new Set(authors.map(authorKey)).size).toBe(authors.length);
  });
});

describe("what somebody says", () => {
  const thumb = { kind: "thumb", thumb: "up" };
  const score = { kind: "score", score: 0.5 };

  it.each<[object, string[]]>([
    [{}, ["value"]],
    [{ comment: "  " }, ["comment"]],
    [{ name: "thumbs", comment: "Nice" }, ["value"]],
    [{ value: thumb, name: "accuracy" }, ["name"]],
    [{ value: score }, ["name"]],
    [{ value: score, name: "comment" }, ["name"]],
    [{ value: { ...score, score: 2 }, name: "accuracy" }, ["value.score"]],
    [{ value: { ...score, min: 1, max: 1 }, name: "accuracy" }, ["value.max"]],
    [{ value: thumb, spanId: "a", messageId: "b" }, ["messageId"]],
    [{ value: thumb, more: 1 }, [""]],
    [{ value: score, name: "-x" }, ["name"]],
    [{ comment: "a\0b" }, ["comment"]],
  ])("is refused at its field: %j", (said, fields) => {
    const read = saidSchema.safeParse(said);
    expect(read.error?.issues.map(({ path }) => path.join("."))).toEqual(fields);
    for (const { message } of read.error?.issues ?? []) expect(message).toMatch(/^[A-Z]/);
  });

  it("is refused or taken, and what is taken can be kept, whatever it is", () => {
    const any = fc.record(
      {
        name: fc.oneof(fc.string(), fc.constantFrom("thumbs", "comment", "tone")),
        value: fc.oneof(value, fc.anything()),
        comment: fc.oneof(fc.string(), fc.anything()),
        spanId: fc.string(),
        messageId: fc.string(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(any, (said) => {
        const read = saidSchema.safeParse(said);
        const kept = read.success ? settle(read.data) : { name: "refused", value: null, comment: "x" };
        expect(feedbackNameSchema.safeParse(kept.name).success).toBe(true);
        expect(kept.value !== null || kept.comment !== null).toBe(true);
      }),
    );
  });

  it("is the same after it was trimmed", () => {
    const said: Said = saidSchema.parse({ name: " tone ", comment: " Fine. ", value: { ...score } });
    expect(saidSchema.parse(said)).toEqual(said);
    expect(said).toMatchObject({ name: "tone", comment: "Fine.", value: { min: 0, max: 1 } });
  });
});

describe("what many say, counted", () => {
  const fact = fc.tuple(fc.constantFrom("a", "b"), value, fc.boolean()).map(([name, given, commented]) => {
    const { kind, score, category } = flatten(given);
    const told: FeedbackFacts[number] = [
      kind === "thumb" ? "thumbs" : name,
      kind,
      score,
      category,
      commented,
    ];
    return told;
  });

  it("adds up to how many there are, whichever came first", () => {
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        const sum = summarise(facts);
        const scored = sum.scores.reduce((all, { count }) => all + count, 0);
        const sorted = sum.categories.reduce((all, { count }) => all + count, 0);
        expect(sum.up + sum.down + scored + sorted).toBe(facts.length);
        expect(sum.comments).toBe(facts.filter(([, , , , commented]) => commented).length);
        const turned = summarise(facts.toReversed());
        expect({ ...turned, scores: [] }).toEqual({ ...sum, scores: [] });
        for (const { name, mean } of sum.scores) {
          const given = facts.flatMap(([of, kind, score]) =>
            of === name && kind === "score" && score !== null ? [score] : [],
          );
          expect(mean).toBeGreaterThanOrEqual(Math.min(...given) - 1e-9);
          expect(mean).toBeLessThanOrEqual(Math.max(...given) + 1e-9);
        }
      }),
    );
  });

  it("is nothing in words exactly where nobody said anything", () => {
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        expect(inWords(summarise(facts)) === "").toBe(facts.length === 0);
      }),
    );
  });
});
