import { describe, expect, it } from "vitest";
import { interruptPayloadSchema } from "@/workflows/events/interrupt";
import { fakeContext } from "@/workflows/testing/fake-context";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { waitDefinition } from "./definition";

nodeContract("wait");

async function pauseOf(config: object, state: Record<string, unknown> = {}) {
  const context = fakeContext({ answer: { answer: "due" } });
  const result = await runNode("wait", config, state, {}, context);
  expect(result).toEqual({});
  const [pause, another] = context.pauses;
  expect(another).toBeUndefined();
  return interruptPayloadSchema.parse(pause);
}

describe("a wait for a length of time", () => {
  it.each([
    [{ amount: 90, unit: "seconds" }, 90_000],
    [{ amount: 1.5, unit: "minutes" }, 90_000],
    [{ amount: 2, unit: "hours" }, 7_200_000],
    [{ amount: 3, unit: "days" }, 259_200_000],
    [{ amount: 0, unit: "days" }, 0],
  ])("leaves it to the clock that stores it: %j", async (time, wakeAfterMs) => {
    expect(await pauseOf({ wait: "for", ...time })).toMatchObject({ kind: "timer", wakeAfterMs });
  });

  it("of more than a year is an issue", () => {
    expect(issuesOf("wait", { amount: 367, unit: "days" })).toEqual([]);
    expect(issuesOf("wait", { amount: 368, unit: "days" })).toEqual([
      "amount: A wait may last up to 367 days.",
    ]);
  });
});

describe("a wait until a time", () => {
  const until = { wait: "until", until: "at" };

  it("pauses until then, also where that has passed: the database's clock decides", async () => {
    expect(await pauseOf(until, { at: "2020-01-01" })).toMatchObject({ wakeAt: Date.UTC(2020, 0, 1) });
  });

  it("fails where the expression gives no time", async () => {
    await expect(runNode("wait", until, { at: "soon" })).rejects.toMatchObject({
      code: "node_failed",
      details: { field: "until" },
    });
  });

  it("reads what its expression names, and needs one", () => {
    expect(waitDefinition.reads(waitDefinition.config.parse(until))).toEqual([
      { channel: "at", field: "until" },
    ]);
    expect(issuesOf("wait", { wait: "until", until: " " })).toEqual([
      "until: Write an expression that gives a time.",
    ]);
  });
});

describe("whether people may cut it short", () => {
  it.each([
    [true, ["skip"]],
    [false, []],
  ])("is a setting: %s", async (skippable, answers) => {
    const pause = await pauseOf({ skippable });
    expect(pause.answers.map(({ id }) => id)).toEqual(answers);
  });
});

describe("the second line of the card", () => {
  it.each([
    [{ amount: 1, unit: "hours" }, "1 hour"],
    [{ amount: 2, unit: "days" }, "2 days"],
    [{ wait: "until", until: "order.at" }, "until order.at"],
    [{ wait: "until" }, "until …"],
  ])("%j: %s", (config, line) => {
    expect(waitDefinition.describe(waitDefinition.config.parse(config))).toBe(line);
  });
});
