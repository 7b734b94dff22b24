import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import { drive } from "@/workflows/compile/testing/drive";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { runNode } from "@/workflows/testing/run-node";
import { setStateConfig, setStateDefinition } from "./definition";

const json = fc
  .jsonValue({ maxDepth: 2 })
  .map((value): Json => jsonSchema.parse(JSON.parse(JSON.stringify(value))));
const set = (...pairs: [channel: string, value: string][]) => ({
  assignments: pairs.map(([channel, value]) => ({ channel, value })),
});

describe("assignments", () => {
  it("swap and turn round without a place in between, whatever the values", async () => {
    await fc.assert(
      fc.asyncProperty(json, json, json, async (a, b, c) => {
        const { update } = await runNode("set-state", set(["a", "b"], ["b", "c"], ["c", "a"]), { a, b, c });
        expect(update).toEqual({ a: b, b: c, c: a });
      }),
      { numRuns: 60 },
    );
  });

  it("come to the same in any order", async () => {
    const all: [string, string][] = [
      ["a", "b + 1"],
      ["b", "a + 1"],
      ["c", "a + b"],
    ];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: 3 }), async (order) => {
        const { update } = await runNode("set-state", set(...order), { a: 1, b: 2 });
        expect(update).toEqual({ a: 3, b: 2, c: 3 });
      }),
    );
  });

  it.each<[string, Json]>([
    ["null", null],
    ["''", ""],
    ["0 - 0.0", 0],
    ["[]", []],
    ["{}", {}],
    ["[1] + [2]", [1, 2]],
    ["missing", null],
    ["'{{ x }}'", "{{ x }}"],
  ])("may set %s", async (value, found) => {
    expect(await runNode("set-state", set(["a", value]), {})).toEqual({ update: { a: found } });
  });

  it.each([
    ["x.y", /x\.y/],
    ["1 / 0", /1 \/ 0/],
    ["x +", /x \+/],
  ])("that fail write nothing of the others: %s", async (value, message) => {
    const visit = runNode("set-state", set(["a", "1"], ["b", value]), { x: 1 });
    await expect(visit).rejects.toThrow(message);
  });
});

describe("in a loop", () => {
  it.each([1, 2, 5])("add up from visit to visit: %d", async (rounds) => {
    const document = draw({
      channels: { n: { type: "number", reducer: "replace", default: 0 } },
      nodes: {
        start: start(),
        more: node("set-state", set(["n", "n + 1"])),
        check: node("branch", { conditions: [{ id: "again", label: "Again", when: `n < ${rounds}` }] }),
        end: end("n"),
      },
      edges: ["start > more", "more > check", "check.again > more", "check.else > end"],
    });
    const run = drive(document);
    await run.run();
    expect(await run.output()).toEqual({ n: rounds });
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ assignments: [{ channel: "a", value: 1 }] }, "assignments.0.value"],
    [{ assignments: [{ channel: "a" }] }, "assignments.0.value"],
    [{ assignments: [{ channel: "__proto__", value: "1" }] }, "assignments.0.channel"],
    [{ assignments: [{ channel: "constructor", value: "1" }] }, "assignments.0.channel"],
    [{ assignments: [{ channel: "a", value: "x".repeat(10_001) }] }, "assignments.0.value"],
    [
      { assignments: Array.from({ length: 51 }, (_, at) => ({ channel: `c${at}`, value: "1" })) },
      "assignments",
    ],
    [{ assignments: null }, "assignments"],
  ])("%.80j is refused at its field", (config, field) => {
    const found = setStateConfig.safeParse(config);
    expect([...new Set(found.error?.issues.map(({ path }) => path.join(".")))]).toEqual([field]);
  });

  it("is told on the card, in its order", () => {
    expect(setStateDefinition.describe(setStateConfig.parse(set(["a", "1"], ["b", "a"])))).toBe(
      "a = 1, b = a",
    );
  });
});
