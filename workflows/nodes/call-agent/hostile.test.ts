import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { prototypeKey } from "@/workflows/graph/prototype-key";
import { own } from "@/workflows/graph/record";
import type { AgentCall } from "@/workflows/runtime/ports";
import { fakeContext } from "@/workflows/testing/fake-context";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { runNode } from "@/workflows/testing/run-node";
import { callAgentConfig } from "./definition";
import { calledInput, calledOutput } from "./values";

const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((value): Json => jsonSchema.parse(JSON.parse(JSON.stringify(value))));
const name = fc.constantFrom("a", "b", "c", "constructor", "toString");
const pairs = fc.uniqueArray(fc.record({ from: name, to: name }), { selector: ({ to }) => to, maxLength: 4 });

describe("what a called agent is given", () => {
  it("is the value of each channel under its name there, and nothing for a channel that holds nothing", () => {
    fc.assert(
      fc.property(pairs, fc.dictionary(name, json), (inputs, state) => {
        const given = calledInput(inputs, state);
        for (const { from, to } of inputs) {
          const value = Object.hasOwn(state, from) ? state[from] : null;
          expect(Object.hasOwn(given, to)).toBe(value !== null);
          expect(own(given, to) ?? null).toEqual(value);
        }
        expect(Object.keys(given).length).toBeLessThanOrEqual(inputs.length);
      }),
    );
  });

  const storable = hostileValues.filter(([, value]) => prototypeKey(value) === undefined);
  it.each(storable)("is handed on as it is: %s", (_, value) => {
    const given = calledInput([{ from: "x", to: "y" }], { x: value });
    expect(given).toEqual(value === null ? {} : { y: value });
  });
});

describe("what a called agent gives back", () => {
  it("goes to the channels that ask for it, and whole to one", () => {
    fc.assert(
      fc.property(pairs, fc.dictionary(name, json), (outputs, given) => {
        fc.pre(outputs.every(({ from }) => Object.hasOwn(given, from)));
        const plain: Json = { ...given };
        const update = calledOutput({ outputs, output: "whole" }, plain);
        expect(update.whole).toEqual(plain);
        for (const { from, to } of outputs) expect(update[to]).toEqual(given[from]);
      }),
    );
  });

  it.each(hostileValues)("that is no object of outputs stops the node in words: %s", (_, given) => {
    expect(() => calledOutput({ outputs: [{ from: "answer", to: "a" }] }, given)).toThrow(
      expect.objectContaining({
        code: "output_invalid",
        message: "The called agent gave no output “answer”.",
        details: { hint: expect.stringMatching(/^It gave: /) },
      }),
    );
    expect(calledOutput({ outputs: [], output: "whole" }, given)).toEqual({ whole: given });
  });

  it("may be nothing under a name that it does give", () => {
    expect(calledOutput({ outputs: [{ from: "a", to: "b" }] }, { a: null })).toEqual({ b: null });
  });
});

describe("a call that is taken up again", () => {
  const config = { slug: "help", inputs: [{ from: "q", to: "q" }], outputs: [{ from: "a", to: "a" }] };

  it("is the same call, to the letter, until the node is tried anew", async () => {
    const calls: AgentCall[] = [];
    const agents = {
      call: async (call: AgentCall) => {
        calls.push(call);
        return { output: { a: 1 }, runId: "run_2" };
      },
    };
    for (const attempt of [1, 1, 2])
      await runNode("call-agent", config, { q: "?" }, { agents }, { ...fakeContext(), attempt });
    const keys = calls.map(({ callKey }) => callKey);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
    expect(calls[0]?.given).toEqual(calls[1]?.given);
  });

  it.each([0, 1, 4])("says how deep it is: %d", async (depth) => {
    const depths: number[] = [];
    const agents = {
      call: async (call: AgentCall) => {
        depths.push(call.depth);
        return { output: { a: 1 }, runId: "run_2" };
      },
    };
    await runNode("call-agent", config, {}, { agents }, fakeContext({ depth }));
    expect(depths).toEqual([depth + 1]);
  });

  it.each([5, 6, 1_000])("is not made too deep: %d", async (depth) => {
    const call = runNode("call-agent", config, {}, {}, fakeContext({ depth }));
    await expect(call).rejects.toMatchObject({
      code: "tool_failed",
      message: expect.stringContaining("“help”"),
    });
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ slug: "" }, "slug"],
    [{ slug: "Help" }, "slug"],
    [{ slug: "../help" }, "slug"],
    [{ version: 1.5 }, "version"],
    [{ version: -1 }, "version"],
    [{ timeoutMinutes: 0.05 }, "timeoutMinutes"],
    [{ timeoutMinutes: Number.NaN }, "timeoutMinutes"],
    [{ inputs: [{ from: "Not one", to: "x" }] }, "inputs.0.from"],
    [{ inputs: [{ from: "a", to: "x".repeat(65) }] }, "inputs.0.to"],
    [{ outputs: [{ from: "", to: "a" }] }, "outputs.0.from"],
    [{ outputs: [{ from: "x", to: "No" }] }, "outputs.0.to"],
    [{ output: 1 }, "output"],
  ])("%j is refused at its field", (more, field) => {
    const found = callAgentConfig.safeParse({ slug: "help", ...more });
    expect([...new Set(found.error?.issues.map(({ path }) => path.join(".")))]).toEqual([field]);
  });
});
