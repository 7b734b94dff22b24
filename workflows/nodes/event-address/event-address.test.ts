import { describe, expect, it } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";

nodeContract("event-address");

describe("the address of an event", () => {
  const config = { output: "address", amount: 2, unit: "hours" };

  it("is asked for with the call's key, and how long it works", async () => {
    const asked: unknown[] = [];
    const events = {
      open: async (wish: object) => {
        asked.push(wish);
        return { key: "evt_1", url: "https://app.test/evt_1" };
      },
    };
    const context = fakeContext();
    const result = await runNode("event-address", config, {}, { events }, context);
    expect(result).toEqual({ update: { address: { key: "evt_1", url: "https://app.test/evt_1" } } });
    expect(asked).toEqual([{ runId: "run_1", callKey: context.callKey("event"), lastsMs: 7_200_000 }]);
  });

  it("must go somewhere and may not work for ever", () => {
    expect(issuesOf("event-address", { amount: 368, unit: "days" })).toEqual([
      "output: The address goes nowhere: choose the channel to write it to.",
      "amount: An address may work for up to 367 days.",
    ]);
    expect(issuesOf("event-address", config)).toEqual([]);
  });
});
