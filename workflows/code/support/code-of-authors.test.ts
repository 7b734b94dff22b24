import { runInThisContext } from "node:vm";
import { AIMessage } from "@langchain/core/messages";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { json } from "@/workflows/graph/testing/arbitraries";
import { onlyKeys, runCode } from "./code.server";
import { jsonOf, pick, plain, text } from "./plain.server";

describe("the author's JavaScript in exported code", () => {
  it("gives back any JSON as it is", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(runCode((given: unknown) => given, value)).toEqual(value);
      }),
    );
  });

  it.each([
    [() => undefined, null],
    [() => new Date(0), "1970-01-01T00:00:00.000Z"],
    [() => ({ a: undefined, b: () => 1, c: Number.NaN }), { c: null }],
    [() => [undefined, 1], [null, 1]],
    [() => new Map([[1, 2]]), {}],
  ])("gives what JSON makes of its result: %s", (code, result) => {
    expect(runCode(code, null)).toEqual(result);
  });

  it("fails with what it threw, an error or anything else", () => {
    const odd = runInThisContext("() => { throw 'a word'; }");
    expect(() => runCode(odd, null)).toThrow(
      expect.objectContaining({ code: "code_failed", message: "a word" }),
    );
    const fail = () => {
      throw new TypeError("Nothing to do");
    };
    expect(() => runCode(fail, null)).toThrow(
      expect.objectContaining({ code: "code_failed", message: "Nothing to do" }),
    );
  });

  it("fails where its result never ends", () => {
    const round: Record<string, unknown> = {};
    round.self = round;
    expect(() => runCode(() => round, null)).toThrow(expect.objectContaining({ code: "code_failed" }));
  });

  it("may write the channels that it names, all or some of them, and no others", () => {
    expect(onlyKeys({ a: 1 }, ["a", "b"])).toEqual({ a: 1 });
    expect(onlyKeys({}, [])).toEqual({});
    expect(() => onlyKeys({ a: 1, c: 2 }, ["a", "b"])).toThrow("a key “c” that it may not write");
    for (const value of [null, 1, "a", [{ a: 1 }]]) {
      expect(() => onlyKeys(value, ["a"])).toThrow("did not return an object");
    }
  });
});

describe("the state as the author's code sees it", () => {
  it("is a copy: what the code does to it stays there", () => {
    const state = { list: [{ a: 1 }] };
    const copy = plain(state);
    expect(copy).toEqual(state);
    expect(copy.list).not.toBe(state.list);
    Object.assign(copy, { list: "gone" });
    expect(state.list).toEqual([{ a: 1 }]);
  });

  it("has who said what for messages, and null for what has no value", () => {
    expect(pick({ chat: [new AIMessage("Hi")], other: 1 }, ["chat", "none"])).toEqual({
      chat: [expect.objectContaining({ role: "assistant", content: "Hi" })],
      none: null,
    });
  });

  it("stands in a text as a person would write it", () => {
    expect([text("a"), text(1), text(true), text(null), text(undefined)]).toEqual(["a", "1", "true", "", ""]);
    fc.assert(fc.property(json, (value) => typeof text(value) === "string"));
    expect(jsonOf(undefined)).toBe(null);
  });
});
