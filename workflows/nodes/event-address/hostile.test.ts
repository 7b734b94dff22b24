import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { durationMs, longestMs, units } from "../duration";
import { eventAddressConfig, eventAddressDefinition } from "./definition";

const config = { output: "address" };

/** Addresses by the call's key, as the gateway keeps them. */
function opened() {
  const asked: { callKey: string; lastsMs: number }[] = [];
  const events = {
    open: async (wish: { callKey: string; lastsMs: number }) => {
      asked.push(wish);
      return fakeServices().events.open({ runId: "run_1", ...wish });
    },
  };
  return { asked, events };
}

describe("an address", () => {
  it("is the same for a visit that comes again, and another for the next visit of a loop", async () => {
    const { events } = opened();
    const visit = async (n: number) => {
      const context = { ...fakeContext(), callKey: (call: string | number) => `run_1:node:${n}:${call}` };
      return (await runNode("event-address", config, {}, { events }, context)).update?.address;
    };
    const [first, again, next] = [await visit(1), await visit(1), await visit(2)];
    expect(again).toEqual(first);
    expect(next).not.toEqual(first);
  });

  it("works for as long as it says", async () => {
    const amount = fc.integer({ min: 1, max: 500 });
    await fc.assert(
      fc.asyncProperty(amount, fc.constantFrom(...units), async (length, unit) => {
        const { asked, events } = opened();
        await runNode("event-address", { ...config, amount: length, unit }, {}, { events });
        expect(asked.map(({ lastsMs }) => lastsMs)).toEqual([durationMs({ amount: length, unit })]);
      }),
      { numRuns: 30 },
    );
  });

  it("is opened although nobody keeps it, and writes nothing then", async () => {
    const { asked, events } = opened();
    expect(await runNode("event-address", {}, {}, { events })).toEqual({ update: {} });
    expect(asked).toHaveLength(1);
  });

  it("that cannot be opened stops the node with why", async () => {
    const events = { open: () => Promise.reject(new Error("no place")) };
    await expect(runNode("event-address", config, {}, { events })).rejects.toThrow("no place");
  });
});

describe("what people type", () => {
  it.each<[object, string]>([
    [{ amount: -1 }, "amount"],
    [{ amount: "7" }, "amount"],
    [{ amount: Number.NaN }, "amount"],
    [{ amount: 100_000_001 }, "amount"],
    [{ unit: "years" }, "unit"],
    [{ output: "Not one" }, "output"],
    [{ output: "constructor" }, "output"],
  ])("%j is refused at its field", (more, field) => {
    const found = eventAddressConfig.safeParse({ ...config, ...more });
    expect([...new Set(found.error?.issues.map(({ path }) => path.join(".")))]).toEqual([field]);
  });

  it("may be any time that is longer than none and no longer than a year and a day", () => {
    const amount = fc.double({ min: 0, max: 100_000_000, noNaN: true });
    fc.assert(
      fc.property(amount, fc.constantFrom(...units), (length, unit) => {
        const isFine = length > 0 && durationMs({ amount: length, unit }) <= longestMs;
        expect(issuesOf("event-address", { ...config, amount: length, unit }).length === 0).toBe(isFine);
      }),
    );
  });

  it.each([
    [{ amount: 1, unit: "days" }, "works for 1 day"],
    [{ amount: 2, unit: "days" }, "works for 2 days"],
    [{ amount: 0.5, unit: "hours" }, "works for 0.5 hours"],
    [{}, "works for 7 days"],
  ])("is told on the card: %j", (more, words) => {
    expect(eventAddressDefinition.describe(eventAddressConfig.parse(more))).toBe(words);
  });
});
