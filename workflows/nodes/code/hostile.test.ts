import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import type { CodeSandbox } from "@/workflows/runtime/ports";
import { fakeContext } from "@/workflows/testing/fake-context";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { codeConfig, codeDefinition } from "./definition";
import { codeReads } from "./reads";

/** A sandbox that gives this back, whatever the code. */
const giving = (value: Json) => ({ run: async () => ({ value, logs: [] }) });

describe("what code gives back", () => {
  it.each(hostileValues)("goes whole to one channel: %s", async (_, value) => {
    const config = { code: "return 1", writes: "value", output: "out" };
    expect(await runNode("code", config, {}, { code: giving(value) })).toEqual({ update: { out: value } });
    expect(await runNode("code", { code: "return 1", writes: "value" }, {}, { code: giving(value) })).toEqual(
      {
        update: {},
      },
    );
  });

  it.each(hostileValues)("is no set of channels unless it is an object of theirs: %s", async (_, value) => {
    const config = { code: "return 1", writes: "keys", outputs: ["a"] };
    const found = await runNode("code", config, {}, { code: giving(value) }).catch((error: unknown) => error);
    const isEmpty =
      typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
    const refused = { code: "code_failed", details: { field: expect.stringMatching(/^code$|^outputs$/) } };
    expect(found).toMatchObject(isEmpty ? { update: {} } : refused);
  });

  it("by keys writes those that it may, all of them, and refuses every other", async () => {
    const key = fc.constantFrom("a", "b", "c", "constructor", "toString");
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(key, fc.integer()),
        fc.subarray(["a", "b", "c"]),
        async (value, outputs) => {
          const config = { code: "return 1", writes: "keys", outputs };
          const found = await runNode("code", config, {}, { code: giving({ ...value }) }).catch(
            (error: unknown) => error,
          );
          const stray = Object.keys(value).find((each) => !outputs.includes(each));
          const refused = { code: "code_failed", details: { channel: stray } };
          expect(found).toMatchObject(stray === undefined ? { update: { ...value } } : refused);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe("what code is given", () => {
  it("is a copy of the state as plain data: what it does to it stays there", async () => {
    const state = Object.freeze({ list: Object.freeze([1, 2]), nothing: undefined });
    const run: CodeSandbox["run"] = async ({ input }) => {
      const given = Object(input);
      given.list.push(3);
      return { value: jsonSchema.parse(given.list), logs: [] };
    };
    const config = { code: "return 1", writes: "value", output: "out" };
    expect(await runNode("code", config, state, { code: { run } })).toEqual({ update: { out: [1, 2, 3] } });
    expect(state.list).toEqual([1, 2]);
  });

  it("is stopped with the run: its signal is the visit's", async () => {
    const stop = new AbortController();
    const signals: AbortSignal[] = [];
    const run: CodeSandbox["run"] = async ({ signal }) => {
      if (signal) signals.push(signal);
      return { value: 1, logs: [] };
    };
    await runNode(
      "code",
      { code: "return 1" },
      {},
      { code: { run } },
      { ...fakeContext(), signal: stop.signal },
    );
    expect(signals).toEqual([stop.signal]);
  });

  it.each([
    ["log", "info"],
    ["warn", "warn"],
    ["error", "error"],
  ] as const)("may say %s, which the trace hears as %s", async (level, heard) => {
    const run: CodeSandbox["run"] = async () => ({ value: 1, logs: [{ level, message: "{{ x }}" }] });
    const context = fakeContext();
    await runNode("code", { code: "return 1" }, {}, { code: { run } }, context);
    expect(context.logs).toEqual([`${heard}: {{ x }}`]);
  });
});

describe("channels that code mentions", () => {
  it.each<[string, string[]]>([
    ["return state.a", ["a"]],
    ["return state?.a + state . b", ["a", "b"]],
    ["return state['a'] + state[ \"b\" ]", ["a", "b"]],
    ["return state.a.b.c", ["a"]],
    ["return state.a + state.a", ["a"]],
    ["const state2 = 1; return state2.a", []],
    ["return mystate.a", []],
    ["return state[a]", []],
    ["return state.A", []],
    ["return state.constructor", []],
    ["const { a } = state; return a", []],
    ["", []],
  ])("%j are %j", (code, channels) => {
    expect(codeReads(code).map(({ channel }) => channel)).toEqual(channels);
  });

  it("are found in any code in no time, each once, and never demanded", () => {
    const piece = fc.constantFrom(
      "state",
      ".",
      "?.",
      "a",
      "b",
      "[",
      "]",
      "'",
      '"',
      " ",
      "\n",
      "state.c",
      ";",
      "=",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const reads = codeReads(pieces.join(""));
        expect(new Set(reads.map(({ channel }) => channel)).size).toBe(reads.length);
        expect(reads.every(({ optional }) => optional)).toBe(true);
      }),
    );
    const start = performance.now();
    codeReads("state ".repeat(50_000));
    codeReads(`state${" ".repeat(100_000)}`);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ code: "x".repeat(200_001) }, "code"],
    [{ code: null }, "code"],
    [{ timeoutMs: "5" }, "timeoutMs"],
    [{ memoryMb: 0 }, "memoryMb"],
    [{ network: "yes" }, "network"],
    [{ outputs: ["ok", "Not one"] }, "outputs.1"],
  ])("%.60j is refused at its field", (more, field) => {
    const found = codeConfig.safeParse({ code: "return 1", ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it("writes where its way of writing says, and nowhere else", () => {
    const writes = (more: object) =>
      codeDefinition
        .writes(codeConfig.parse({ code: "1", output: "a", outputs: ["b", "c"], ...more }))
        .map(({ channel }) => channel);
    expect(writes({ writes: "value" })).toEqual(["a"]);
    expect(writes({ writes: "keys" })).toEqual(["b", "c"]);
    expect(issuesOf("code", { code: "return 1", writes: "value", output: "a" })).toEqual([]);
  });
});
