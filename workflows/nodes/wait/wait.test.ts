import { describe, expect, it } from "vitest";
import { asksPerson } from "@/workflows/events/asks";
import { type InterruptAnswer, interruptPayloadSchema } from "@/workflows/events/interrupt";
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
    [{ wait: "event", key: "address.key" }, "event address.key"],
  ])("%j: %s", (config, line) => {
    expect(waitDefinition.describe(waitDefinition.config.parse(config))).toBe(line);
  });
});

describe("a wait for an event", () => {
  const event = { wait: "event", key: "address.key", output: "news" };
  const state = { address: { key: "evt_1" } };
  const schema = { type: "object", properties: { ok: { type: "boolean" } }, required: ["ok"] };

  async function resumed(answer: InterruptAnswer, config: object) {
    const context = fakeContext({ answer });
    const result = await runNode("wait", config, state, {}, context);
    return { result, pause: interruptPayloadSchema.parse(context.pauses[0]) };
  }

  it("asks no person, says its key, and writes what the event brings", async () => {
    const { result, pause } = await resumed(
      { answer: "arrived", payload: { ok: true } },
      { ...event, schema },
    );
    expect(pause).toMatchObject({ kind: "event", event: { key: "evt_1", schema }, answers: [] });
    expect(pause).not.toHaveProperty("wakeAfterMs");
    expect(asksPerson(pause)).toBe(false);
    expect(result).toEqual({ update: { news: { ok: true } } });
  });

  it("leaves by a port of its own when the deadline is over", async () => {
    const late = { ...event, deadline: true, deadlineAfter: 2, deadlineUnit: "minutes" };
    const { result, pause } = await resumed({ answer: "due" }, late);
    expect(pause).toMatchObject({ kind: "event", wakeAfterMs: 120_000 });
    expect(result).toEqual({ port: "late" });
    const ports = (config: object) =>
      waitDefinition.ports(waitDefinition.config.parse(config)).map(({ name }) => name);
    expect(ports(late)).toEqual(["out", "late"]);
    expect(ports({ ...late, wait: "for" })).toEqual(["out"]);
  });

  it("fails where an event that came early does not fit", async () => {
    const misfit = resumed({ answer: "arrived", payload: { ok: "yes" } }, { ...event, schema });
    await expect(misfit).rejects.toMatchObject({ code: "node_failed", details: { field: "schema" } });
  });

  it.each([
    [{ key: 42 }, "42"],
    [{ key: " A-1 " }, "A-1"],
  ])("takes numbers and texts for keys: %j", async (address, key) => {
    const context = fakeContext({ answer: { answer: "arrived" } });
    const result = await runNode("wait", event, { address }, {}, context);
    expect(context.pauses[0]?.event?.key).toBe(key);
    expect(result).toEqual({ update: { news: null } });
  });

  it.each([null, "", " ", true, {}, "x".repeat(201)])("fails without a usable key: %j", async (key) => {
    await expect(runNode("wait", event, { address: { key } })).rejects.toMatchObject({
      code: "node_failed",
      details: { field: "key" },
    });
  });

  it("needs a key, a usable schema and a deadline of a year at most", () => {
    expect(
      issuesOf("wait", { wait: "event", deadline: true, deadlineAfter: 400, deadlineUnit: "days" }),
    ).toEqual([
      "key: Write an expression that gives the key of the event.",
      "deadlineAfter: A wait may last up to 367 days.",
    ]);
    const odd = { ...event, schema: { patternProperties: {} } };
    expect(issuesOf("wait", odd)[0]).toMatch(/^schema: patternProperties/);
  });

  it("reads what its key names and writes where it says", () => {
    const config = waitDefinition.config.parse({ ...event, schema });
    expect(waitDefinition.reads(config)).toEqual([{ channel: "address", field: "key" }]);
    expect(waitDefinition.writes(config)).toEqual([{ channel: "news", field: "output", schema }]);
  });
});
