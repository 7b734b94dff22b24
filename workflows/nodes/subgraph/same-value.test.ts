import { isDeepStrictEqual } from "node:util";
import { AIMessage, HumanMessage } from "@langchain/core/messages";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { json } from "@/workflows/graph/testing/arbitraries";
import { sameValue } from "./same-value";

const hi = () => new HumanMessage({ id: "1", content: "Hi" });

describe("two values of channels", () => {
  it("are the same when their data is, in whatever order its keys stand", () => {
    const small = fc.constantFrom(
      null,
      0,
      1,
      "",
      "a",
      [],
      {},
      [1],
      { a: 1 },
      { a: 1, b: [] },
      { b: [], a: 1 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.tuple(json, json), fc.tuple(small, small)), ([one, other]) => {
        expect(sameValue(one, other)).toBe(isDeepStrictEqual(one, other));
        expect(sameValue(other, one)).toBe(sameValue(one, other));
        expect(sameValue(one, structuredClone(one))).toBe(true);
      }),
    );
  });

  it.each<[string, unknown, unknown, boolean]>([
    ["no number, twice", Number.NaN, Number.NaN, true],
    ["nothing and null", undefined, null, false],
    ["a list and an object of the same keys", [1], { 0: 1 }, false],
    ["a field without a value and none", { a: undefined }, { b: undefined }, false],
    ["a field that every object has", { toString: undefined }, { a: undefined }, false],
    ["messages of the same words", [hi()], [hi()], true],
    ["a message and its plain data", hi(), { id: "1", role: "user", content: "Hi" }, true],
    ["messages of other roles", [hi()], [new AIMessage({ id: "1", content: "Hi" })], false],
    ["messages of other ids", hi(), new HumanMessage({ id: "2", content: "Hi" }), false],
    ["more messages", [hi()], [hi(), hi()], false],
  ])("%s", (_, one, other, same) => {
    expect(sameValue(one, other)).toBe(same);
    expect(sameValue(other, one)).toBe(same);
  });
});
