import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { storeConfig, storeDefinition } from "./definition";
import { amountOf, storeKey } from "./key";

/** Visits on one store; `visit` names the call, so that the same visit may come again after a pause. */
function shop() {
  const { store } = fakeServices();
  return (visit: number, config: object, state: Record<string, unknown> = {}) =>
    runNode(
      "store",
      config,
      state,
      { store },
      {
        ...fakeContext(),
        callKey: (call: string | number) => `run_1:node:${visit}:${call}`,
      },
    );
}

const json = fc
  .jsonValue({ maxDepth: 3 })
  .map((value): Json => jsonSchema.parse(JSON.parse(JSON.stringify(value))));

describe("a visit that comes again, as after a lost server", () => {
  it("adds once, and gives the same number", async () => {
    const go = shop();
    const add = { action: "increment", key: "n", by: "5", output: "n" };
    expect(await go(1, add)).toEqual({ update: { n: 5 } });
    expect(await go(1, add)).toEqual({ update: { n: 5 } });
    expect(await go(2, add)).toEqual({ update: { n: 10 } });
  });

  it("deletes once, and says the same", async () => {
    const go = shop();
    await go(1, { action: "set", key: "k", value: "1" });
    const drop = { action: "delete", key: "k", output: "was" };
    expect(await go(2, drop)).toEqual({ update: { was: true } });
    expect(await go(2, drop)).toEqual({ update: { was: true } });
    expect(await go(3, drop)).toEqual({ update: { was: false } });
  });

  it("does not overwrite what was set after it", async () => {
    const go = shop();
    await go(1, { action: "set", key: "k", value: "'old'" });
    await go(2, { action: "set", key: "k", value: "'new'" });
    await go(1, { action: "set", key: "k", value: "'old'" });
    expect(await go(3, { action: "get", key: "k", output: "v" })).toEqual({ update: { v: "new" } });
  });
});

describe("what is kept", () => {
  it("comes back as it was, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(json, async (value) => {
        const go = shop();
        await go(1, { action: "set", key: "k", value: "given" }, { given: value });
        expect(await go(2, { action: "get", key: "k", fallback: "'none'", output: "v" })).toEqual({
          update: { v: value },
        });
      }),
      { numRuns: 50 },
    );
  });

  it("adds up to the same in any order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 6 }),
        async (all) => {
          const go = shop();
          const totals: unknown[] = [];
          for (const [visit, by] of all.entries()) {
            const { update } = await go(
              visit,
              { action: "increment", key: "n", by: "by", output: "n" },
              { by },
            );
            totals.push(update?.n);
          }
          expect(totals.at(-1)).toBe(all.reduce((a, b) => a + b, 0));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("keys as templates come out", () => {
  it.each(["__proto__", "constructor", "a/b/c", "日本", "a b", "👩‍👩‍👧", "../x", "x".repeat(500)])(
    "may be %s",
    async (key) => {
      const go = shop();
      await go(1, { action: "set", key: "{{ key }}", value: "7" }, { key });
      expect(await go(2, { action: "get", key: "{{ key }}", output: "v" }, { key })).toEqual({
        update: { v: 7 },
      });
      expect(storeKey(key)).toBe(key);
    },
  );

  it.each<[string, unknown]>([
    ["nothing", null],
    ["an empty text", ""],
    ["more than a key may have", "x".repeat(501)],
  ])("may not be %s", async (_, key) => {
    for (const action of ["get", "set", "increment", "delete"]) {
      const config = { action, key: "{{ key }}", value: "1", output: "o" };
      await expect(shop()(1, config, { key })).rejects.toMatchObject({ details: { field: "key" } });
    }
  });

  it.each<[unknown]>([
    ["1"],
    [null],
    [true],
    [[1]],
    [{}],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [undefined],
  ])("%j is nothing that can be added", (value) => {
    expect(() => amountOf(value)).toThrow(
      expect.objectContaining({ code: "node_failed", details: { field: "by" } }),
    );
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ action: "push" }, "action"],
    [{ scope: "world" }, "scope"],
    [{ limit: 0 }, "limit"],
    [{ limit: 1_001 }, "limit"],
    [{ amount: -1 }, "amount"],
    [{ amount: "1" }, "amount"],
    [{ unit: "years" }, "unit"],
    [{ expires: "yes" }, "expires"],
    [{ key: 7 }, "key"],
  ])("%j is refused at its field", (more, field) => {
    expect(storeConfig.safeParse(more).error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it.each([
    [
      { action: "set", key: "k", value: "1", expires: true, amount: 0 },
      ["amount: Choose a time that is longer than none."],
    ],
    [{ action: "set", key: "k", value: "1", expires: false, amount: 0 }, []],
    [{ action: "increment", key: "k", expires: true, amount: 367, unit: "days" }, []],
    [{ action: "set", key: " \n", value: "\t" }, ["key: Write the key.", "value: Say which value is kept."]],
    [{ action: "delete", key: "k", expires: true, amount: 0 }, []],
  ])("%j: %j", (config, issues) => {
    expect(issuesOf("store", config)).toEqual(issues);
  });

  it("writes nothing where it sets, also with a channel left over from another action", async () => {
    const config = { action: "set", key: "k", value: "1", output: "left" };
    expect(await shop()(1, config)).toEqual({ update: {} });
    expect(storeDefinition.writes(storeConfig.parse(config))).toEqual([]);
  });
});
