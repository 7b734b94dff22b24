import { AIMessage } from "@langchain/core/messages";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostAgreed, voteOf } from "./vote.server";

const word = fc.constantFrom("yes", "no", "maybe");
const dressed = fc
  .tuple(fc.constantFrom("", " ", '"', "**", "\n"), word, fc.constantFrom("", ".", "!", " \n", '."', "**"))
  .map(([before, said, after]) => ({ said, shown: `${before}${said}${after}` }));
const answers = (values: readonly unknown[]) => {
  let at = 0;
  return async () => {
    const value = values[at];
    at += 1;
    if (value instanceof Error) throw value;
    return { message: new AIMessage("x"), value };
  };
};
const counted = (values: readonly string[]) =>
  [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }));

describe("the answer that most agree on", () => {
  it("has as many votes as any other, and is the earliest of those", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 9 }), async (values) => {
        const { answer, agreeing, given } = await mostAgreed(values.length, "", answers(values));
        const most = Math.max(...counted(values).map(({ count }) => count));
        expect([agreeing, given]).toEqual([most, values.length]);
        expect(answer.value).toBe(counted(values).find(({ count }) => count === most)?.value);
      }),
    );
  });

  it("is counted without what only dresses it up", () => {
    fc.assert(
      fc.property(dressed, ({ said, shown }) => {
        expect(voteOf(shown, "")).toBe(said);
        expect(voteOf(shown.toUpperCase(), "")).toBe(said);
      }),
    );
  });

  it("does not count those that failed, as long as one did not", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), async (fine) => {
        fc.pre(fine.includes(true));
        const values = fine.map((isFine) => (isFine ? "yes" : new Error("no")));
        const { agreeing, given } = await mostAgreed(values.length, "", answers(values));
        expect([agreeing, given]).toEqual([fine.filter(Boolean).length, fine.filter(Boolean).length]);
      }),
    );
  });

  it("is none where all failed: the first failure is told", async () => {
    await expect(mostAgreed(2, "", answers([new Error("one"), new Error("two")]))).rejects.toThrow("one");
  });
});

describe("objects", () => {
  it.each<[unknown, unknown, string, boolean]>([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, "", true],
    [{ a: [1, 2] }, { a: [2, 1] }, "", false],
    [{ a: { b: "Yes." }, c: 1 }, { a: { b: "yes" }, c: 2 }, "a.b", true],
    [{ a: 1 }, { a: "1" }, "a", true],
    [{ a: null }, { a: "null" }, "a", true],
    [{ a: 1 }, { b: 1 }, "a", false],
    [{}, { b: 1 }, "a", true],
    [{}, { b: 1 }, "constructor", true],
    [null, [], "a", true],
  ])("%j and %j by %j agree: %s", (one, other, field, isSame) => {
    expect(voteOf(one, field) === voteOf(other, field)).toBe(isSame);
  });
});
