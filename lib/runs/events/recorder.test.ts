import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import type { EventDraft, RunEvent } from "@/workflows/events/event";
import { FakeClock } from "../testing/fake-clock";
import type { AppendGroup } from "./group";
import { Recorder } from "./recorder";

const log = (message: string): EventDraft => ({
  ts: 0,
  ns: [],
  type: "log",
  data: { level: "info", message },
});
const delta = (text: string, spanId = "m"): EventDraft => ({
  ts: 0,
  ns: [],
  type: "model.delta",
  data: { spanId, text },
});

let clock: FakeClock;
let inserts: { at: number; groups: readonly AppendGroup[] }[];
let published: RunEvent[];
let answer: (groups: readonly AppendGroup[]) => Promise<Map<string, number>>;
let recorder: Recorder;

beforeEach(() => {
  clock = new FakeClock();
  inserts = [];
  published = [];
  const counters = new Map<string, number>();
  answer = async (groups) => {
    const bases = groups.map(({ runId, events }) => {
      const base = counters.get(runId) ?? 0;
      counters.set(runId, base + events.length);
      return [runId, base] as const;
    });
    return new Map(bases);
  };
  recorder = new Recorder({
    append: (groups) => {
      inserts.push({ at: clock.now(), groups });
      return answer(groups);
    },
    publish: (events) => published.push(...events),
    clock,
    windowMs: { least: 20, most: 20, unread: 20 },
    highWater: 3,
  });
});

const open = (runId = "r", onLost: (error?: unknown) => void = () => {}) => recorder.open(runId, 1, onLost);
const texts = () => published.map(({ data, type }) => (type === "log" ? data.message : type));

describe("when it writes", () => {
  test("at once when idle, then one insert per window for all runs of the process", async () => {
    const [a, b] = [open("a"), open("b")];
    a.emit(log("1"));
    await clock.pass(5);
    a.emit(log("2"));
    b.emit(log("3"));
    a.emit(log("4"));
    await clock.pass(100);
    expect(inserts.map(({ at, groups }) => [at, groups.map(({ events }) => events.length)])).toEqual([
      [0, [1]],
      [20, [2, 1]],
    ]);
  });

  test.each([
    [0, 4],
    [2, 8],
    [30, 30],
  ])(
    "after an insert that took %i ms the next begins %i ms later, never more than the window",
    async (took, at) => {
      recorder = new Recorder({
        append: async (groups) => {
          inserts.push({ at: clock.now(), groups });
          await new Promise<void>((resolve) => clock.after(took, resolve));
          return answer(groups);
        },
        publish: () => {},
        clock,
        windowMs: { least: 4, most: 20, unread: 60 },
      });
      const run = open();
      run.emit(log("1"));
      await clock.pass(1);
      run.emit(log("2"));
      await clock.pass(100);
      expect(inserts.map((insert) => insert.at)).toEqual([0, at]);
    },
  );

  test("what only a trace shows waits longer, until something comes that people read", async () => {
    recorder = new Recorder({
      append: (groups) => {
        inserts.push({ at: clock.now(), groups });
        return answer(groups);
      },
      publish: () => {},
      clock,
      windowMs: { least: 4, most: 20, unread: 60 },
    });
    const run = open();
    const saved: EventDraft = {
      ts: 0,
      ns: [],
      type: "checkpoint.saved",
      data: { checkpointId: "c", step: 1, next: [] },
    };
    run.emit(saved);
    await clock.pass(2);
    run.emit(saved);
    await clock.pass(70);
    run.emit(saved);
    await clock.pass(6);
    run.emit(saved);
    run.emit(delta("x"));
    await clock.pass(30);
    expect(inserts.map(({ at }) => at)).toEqual([0, 60, 78]);
  });

  test("a stream of tokens costs an insert and a row per window", async () => {
    const run = open();
    for (let token = 0; token < 50; token += 1) {
      run.emit(delta("x"));
      await clock.pass(2);
    }
    await clock.pass(20);
    expect(inserts.length).toBe(6);
    expect(published.length).toBe(6);
    const text = published.map(({ data, type }) => (type === "model.delta" ? data.text : "")).join("");
    expect(text).toBe("x".repeat(50));
  });

  test("a flush does not wait for the window, and waits for what is under way", async () => {
    const run = open();
    run.emit(log("1"));
    await clock.pass(1);
    run.emit(log("2"));
    await run.flush();
    expect(texts()).toEqual(["1", "2"]);
  });

  test("a producer that is too fast is asked to wait", async () => {
    const run = open();
    expect(run.pressure()).toBeUndefined();
    for (const text of ["1", "2", "3", "4"]) run.emit(log(text));
    await run.pressure();
    expect(published).toHaveLength(4);
  });
});

test("events are published with gapless numbers, only after they are stored", async () => {
  let release = () => {};
  const run = open();
  const before = answer;
  answer = (groups) => new Promise((resolve) => (release = () => resolve(before(groups))));
  run.emit(log("1"));
  await clock.pass(50);
  run.emit(log("2"));
  expect(published).toEqual([]);
  release();
  await clock.pass(50);
  release();
  await clock.pass(50);
  expect(published.map(({ seq }) => seq)).toEqual([1, 2]);
});

test("deltas of parallel spans are merged each with its own; anything else between keeps its place", async () => {
  const run = open();
  run.emit(delta("a", "m1"));
  run.emit(delta("b", "m2"));
  run.emit(delta("c", "m1"));
  run.emit(log("between"));
  run.emit(delta("d", "m1"));
  await run.flush();
  expect(published.map(({ data }) => data)).toEqual([
    { spanId: "m1", text: "ac" },
    { spanId: "m2", text: "b" },
    { level: "info", message: "between" },
    { spanId: "m1", text: "d" },
  ]);
});

describe("when the store refuses", () => {
  test("a run that was taken over is told once, and nothing of it is published", async () => {
    const lost: unknown[] = [];
    answer = async () => new Map();
    const run = open("r", (error) => lost.push(error));
    run.emit(log("1"));
    await clock.pass(0);
    run.emit(log("2"));
    await clock.pass(50);
    expect(lost).toEqual([undefined]);
    expect(inserts).toHaveLength(1);
    expect(published).toEqual([]);
  });

  test("what came while the refused group was under way is not stored behind the gap", async () => {
    const refused = Promise.withResolvers<Map<string, number>>();
    answer = () => refused.promise;
    const run = open("r", () => {});
    run.emit(log("1"));
    await clock.pass(0);
    run.emit(log("2"));
    refused.resolve(new Map());
    await clock.pass(50);
    expect(inserts).toHaveLength(1);
  });

  test("one run's bad event does not take the others down", async () => {
    const refusal = new pg.DatabaseError("unsupported Unicode", 0, "error");
    const lost: string[] = [];
    const before = answer;
    answer = async (groups) => {
      if (groups.some(({ runId }) => runId === "bad")) throw refusal;
      return before(groups);
    };
    const runs = ["good", "bad", "fine"].map((id) => open(id, () => lost.push(id)));
    for (const run of runs) run.emit(log("1"));
    await clock.pass(0);
    expect(lost).toEqual(["bad"]);
    expect(published.map(({ runId }) => runId)).toEqual(["good", "fine"]);
  });

  test("after a broken connection nothing is stored twice: the runs are given up", async () => {
    const lost: string[] = [];
    answer = async () => {
      throw new Error("Connection terminated unexpectedly");
    };
    for (const id of ["a", "b"]) open(id, () => lost.push(id)).emit(log("1"));
    await clock.pass(50);
    expect(lost).toEqual(["a", "b"]);
    expect(inserts).toHaveLength(1);
  });
});

test("a closed recorder drops what comes late", async () => {
  const run = open();
  run.close();
  run.emit(log("late"));
  await clock.pass(50);
  expect(inserts).toEqual([]);
});
