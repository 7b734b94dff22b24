import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InterruptAnswer } from "@/workflows/events/interrupt";
import type { Json } from "@/workflows/graph/json";
import { fakeContext } from "@/workflows/testing/fake-context";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { durationMs, longestMs, units } from "../duration";
import { waitConfig } from "./config";
import { waitDefinition } from "./definition";
import { broughtBy, eventKey, longestKey } from "./event";
import { eventProblem } from "./event-problem";

const schema = { type: "object", properties: { ok: { type: "boolean" } }, required: ["ok"] };
const forEvent = { wait: "event", key: "key", output: "news" };
const visit = (config: object, state: Record<string, unknown>, answer: InterruptAnswer) =>
  runNode("wait", config, state, {}, fakeContext({ answer }));

describe("a length of time", () => {
  it("is longer in every longer unit, and as long in any that says the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (amount) => {
        const all = units.map((unit) => durationMs({ amount, unit }));
        expect(all).toEqual(all.toSorted((one, other) => one - other));
        expect(durationMs({ amount: amount * 60, unit: "seconds" })).toBe(
          durationMs({ amount, unit: "minutes" }),
        );
        expect(durationMs({ amount: amount * 60, unit: "minutes" })).toBe(
          durationMs({ amount, unit: "hours" }),
        );
        expect(durationMs({ amount: amount * 24, unit: "hours" })).toBe(durationMs({ amount, unit: "days" }));
      }),
    );
  });

  it("is a whole number of milliseconds that an issue bounds", () => {
    const amount = fc.double({ min: 0, max: 100_000_000, noNaN: true });
    fc.assert(
      fc.property(amount, fc.constantFrom(...units), (length, unit) => {
        const ms = durationMs({ amount: length, unit });
        expect(Number.isSafeInteger(ms)).toBe(true);
        expect(issuesOf("wait", { wait: "for", amount: length, unit }).length).toBe(ms > longestMs ? 1 : 0);
      }),
    );
  });

  it.each<[object, string]>([
    [{ amount: -1 }, "amount"],
    [{ amount: Number.NaN }, "amount"],
    [{ amount: Number.POSITIVE_INFINITY }, "amount"],
    [{ amount: "1" }, "amount"],
    [{ amount: 100_000_001 }, "amount"],
    [{ unit: "months" }, "unit"],
    [{ wait: "forever" }, "wait"],
    [{ until: 5 }, "until"],
    [{ schema: [] }, "schema"],
    [{ deadlineAfter: -0.1 }, "deadlineAfter"],
    [{ skippable: null }, "skippable"],
  ])("%j is refused at its field", (more, field) => {
    expect(waitConfig.safeParse(more).error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});

describe("a wait until a time", () => {
  it.each(hostileValues)("pauses or says that it finds no time: %s", async (_, at) => {
    const context = fakeContext({ answer: { answer: "due" } });
    const found = await runNode("wait", { wait: "until", until: "at" }, { at }, {}, context).catch(
      (error) => error,
    );
    const isTime = Number.isFinite(context.pauses[0]?.wakeAt);
    const refused = { code: "node_failed", details: { field: "until" } };
    expect(found).toMatchObject(isTime ? {} : refused);
    expect(found instanceof Error).toBe(!isTime);
    expect(String(found).length).toBeLessThan(300);
  });

  it("waits for the same time when it runs again behind the pause", async () => {
    const contexts = [fakeContext(), fakeContext()];
    for (const context of contexts)
      await runNode("wait", { wait: "until", until: "at" }, { at: "2026-03-05" }, {}, context);
    expect(contexts[0]?.pauses).toEqual(contexts[1]?.pauses);
  });
});

describe("the key of an event", () => {
  it.each<[unknown, string]>([
    [0, "0"],
    [-1.5, "-1.5"],
    ["a", "a"],
    [" a b ", "a b"],
    ["__proto__", "__proto__"],
    ["x".repeat(longestKey), "x".repeat(longestKey)],
  ])("%j is told by %j", (value, key) => {
    expect(eventKey(value)).toBe(key);
  });

  it.each([[null], [undefined], [""], [" \n"], [true], [[]], [["a"]], [{}], ["x".repeat(longestKey + 1)]])(
    "%j is none, before anybody waits",
    async (key) => {
      expect(() => eventKey(key)).toThrow(expect.objectContaining({ code: "node_failed" }));
      const context = fakeContext();
      await expect(runNode("wait", forEvent, { key }, {}, context)).rejects.toMatchObject({
        details: { field: "key" },
      });
      expect(context.pauses).toEqual([]);
    },
  );
});

describe("what an event brings", () => {
  it.each<[Json]>([[null], [""], [0], [[]], [{ ok: "yes" }], [{}], [{ OK: true }], ["true"]])(
    "%j does not fit, and is told so in a line",
    (payload) => {
      expect(eventProblem(payload, schema)).toMatch(/^.{1,300}$/);
      expect(() => broughtBy({ answer: "arrived", payload }, schema)).toThrow(
        /^An event came that does not fit\. /,
      );
    },
  );

  it.each(hostileValues)("is taken whole where no shape is asked for: %s", async (_, payload) => {
    expect(eventProblem(payload, undefined)).toBeUndefined();
    expect(await visit(forEvent, { key: 1 }, { answer: "arrived", payload })).toEqual({
      update: { news: payload },
    });
  });

  it("counts what else is wrong with it", () => {
    const strict = { type: "object", required: ["a", "b", "c"] };
    expect(eventProblem({}, strict)).toMatch(/\(and 2 more\)$/);
  });

  it("goes nowhere without a channel, and nothing comes with a deadline that is over", async () => {
    const silent = { wait: "event", key: "key" };
    expect(await visit(silent, { key: 1 }, { answer: "arrived", payload: 1 })).toEqual({ update: {} });
    const late = { ...forEvent, schema, deadline: true };
    expect(await visit(late, { key: 1 }, { answer: "due" })).toEqual({ port: "late" });
  });
});

describe("its settings", () => {
  it.each([
    [
      { ...forEvent, deadline: true, deadlineAfter: 0 },
      ["deadlineAfter: Choose a time that is longer than none."],
    ],
    [{ ...forEvent, deadline: false, deadlineAfter: 0 }, []],
    [{ ...forEvent, wait: "for", deadline: true, deadlineAfter: 0 }, []],
    [{ wait: "event", key: " " }, ["key: Write an expression that gives the key of the event."]],
    [{ wait: "until" }, ["until: Write an expression that gives a time."]],
  ])("%j: %j", (config, issues) => {
    expect(issuesOf("wait", config)).toEqual(issues);
  });

  it.each([
    [{ wait: "for", until: "a", key: "b", output: "c" }, [], []],
    [{ wait: "until", until: "a", key: "b", output: "c" }, ["a"], []],
    [{ wait: "event", until: "a", key: "b", output: "c" }, ["b"], ["c"]],
  ])("read and write what their way of waiting needs: %j", (config, reads, writes) => {
    const parsed = waitConfig.parse(config);
    expect(waitDefinition.reads(parsed).map(({ channel }) => channel)).toEqual(reads);
    expect(waitDefinition.writes(parsed).map(({ channel }) => channel)).toEqual(writes);
  });

  it.each([
    [{ amount: 1, unit: "days" }, "1 day"],
    [{ amount: 1.5, unit: "hours" }, "1.5 hours"],
    [{ wait: "until" }, "until …"],
    [{ wait: "event", key: "" }, "event …"],
  ])("are told on the card: %j", (config, words) => {
    expect(waitDefinition.describe(waitConfig.parse(config))).toBe(words);
  });
});
