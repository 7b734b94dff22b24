import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { runNode } from "@/workflows/testing/run-node";
import { branchConfig, branchDefinition } from "./definition";

const asking = (...whens: string[]) => whens.map((when, at) => ({ id: `c${at}`, label: `C${at}`, when }));
const leave = (whens: string[], state: Record<string, unknown>) =>
  runNode("branch", { conditions: asking(...whens) }, state);

describe("the condition that decides", () => {
  it("is the first that is true, however many are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), async (answers) => {
        const state = Object.fromEntries(answers.map((answer, at) => [`x${at}`, answer]));
        const first = answers.indexOf(true);
        const { port, update } = await leave(Object.keys(state), state);
        expect(port).toBe(first === -1 ? "else" : `c${first}`);
        expect(update).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it("is asked anew at every visit of a loop", async () => {
    const ports: (string | undefined)[] = [];
    for (const n of [0, 1, 2, 3]) ports.push((await leave(["n >= 2"], { n })).port);
    expect(ports).toEqual(["else", "else", "c0", "c0"]);
  });

  it.each<[string, Record<string, Json>, string]>([
    ["score == null", {}, "c0"],
    ["score == null", { score: 0 }, "else"],
    ["has(order.id)", { order: {} }, "else"],
    ["has(order.id) && order.id > 1", { order: {} }, "else"],
    ["'x' in words", { words: ["x"] }, "c0"],
    ["size(text) == 1", { text: "👍" }, "c0"],
    ["order.constructor == 'x'", { order: { constructor: "x" } }, "c0"],
  ])("%s with %j leads to %s", async (when, state, port) => {
    expect((await leave([when], state)).port).toBe(port);
  });
});

describe("a condition that cannot be asked", () => {
  it.each<[string, Json, RegExp]>([
    ["x", null, /gave null; a condition must give true or false/],
    ["x", 0, /gave 0;/],
    ["x", "true", /gave "true";/],
    ["x", [], /gave \[\];/],
    ["x > 1", null, /do not fit together/],
    ["x > 1", "2", /do not fit together/],
    ["x.y > 1", {}, /No such key: y\. Where a key may be absent, ask with has/],
    ["x / 0", 1, /not a number/],
    ["x[5]", [true], /failed/],
  ])("fails with its text and the reason: %s of %j", async (when, x, message) => {
    await expect(leave([when], { x })).rejects.toMatchObject({
      code: "expression_failed",
      message: expect.stringMatching(message),
    });
  });

  it("fails only where it is reached", async () => {
    expect((await leave(["true", "x > 1"], {})).port).toBe("c0");
    await expect(leave(["false", "x > 1"], {})).rejects.toThrow(/“x > 1” failed/);
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ conditions: [{ id: "", label: "A", when: "true" }] }, "conditions.0.id"],
    [{ conditions: [{ id: "1a", label: "A", when: "true" }] }, "conditions.0.id"],
    [{ conditions: [{ id: "out", label: "A", when: "true" }] }, "conditions.0.id"],
    [{ conditions: [{ id: "a", label: "A", when: true }] }, "conditions.0.when"],
    [{ conditions: [{ id: "a", label: "A", when: "x".repeat(10_001) }] }, "conditions.0.when"],
    [{ conditions: asking(...Array.from({ length: 21 }, () => "true")) }, "conditions"],
    [{ conditions: null }, "conditions"],
  ])("%.60j is refused at its field", (config, field) => {
    expect(branchConfig.safeParse(config).error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it("every condition has a port, a read and a choice at its own field, in its order", () => {
    const config = { conditions: asking("a > 1", "b", "a < c") };
    expect(branchDefinition.ports(config).map(({ name }) => name)).toEqual(["c0", "c1", "c2", "else"]);
    expect(branchDefinition.reads(config).map(({ channel, field }) => `${field} ${channel}`)).toEqual([
      "conditions.0.when a",
      "conditions.1.when b",
      "conditions.2.when a",
      "conditions.2.when c",
    ]);
    expect(branchDefinition.choices?.(config).map(({ port, field }) => `${field} ${port}`)).toEqual([
      "conditions.0.when c0",
      "conditions.1.when c1",
      "conditions.2.when c2",
    ]);
  });
});
