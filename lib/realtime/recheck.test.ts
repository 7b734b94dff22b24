import { expect, test } from "vitest";
import { FakeClock } from "@/lib/runs/testing/fake-clock";
import type { RunEvent } from "@/workflows/events/event";
import { RunHub } from "./hub";
import { recheckFollowed, recheckMs } from "./recheck";
import { readRun } from "./run-reader";

const event = (seq: number): RunEvent => ({
  runId: "r",
  seq,
  ts: seq,
  ns: [],
  type: "log",
  data: { level: "info", message: String(seq) },
});

/** A reader whose messages are all lost. */
function follow() {
  const clock = new FakeClock();
  const hub = new RunHub({ on: () => () => true, onReconnect: () => {}, processId: 1 });
  const stored: RunEvent[] = [];
  const seen: number[] = [];
  const loads: number[] = [];
  const asked: (readonly string[])[] = [];
  let away = false;
  const storedUpTo = async (ids: readonly string[]) => {
    if (away) throw new Error("the database is away");
    asked.push(ids);
    return ids.map((id) => ({ id, lastSeq: stored.length }));
  };
  const stop = recheckFollowed(hub, storedUpTo, clock);
  const reader = readRun(
    {
      hub,
      clock,
      load: async (_runId, after) => {
        loads.push(after);
        return stored.filter(({ seq }) => seq > after);
      },
    },
    "r",
    0,
    (events) => void seen.push(...events.map(({ seq }) => seq)),
  );
  return {
    clock,
    hub,
    stored,
    seen,
    loads,
    asked,
    reader,
    stop,
    setAway: (is: boolean) => {
      away = is;
    },
  };
}

test("a message that was lost is noticed within seconds", async () => {
  const run = follow();
  await run.clock.pass(0);
  run.stored.push(event(1), event(2));
  await run.clock.pass(recheckMs);
  expect(run.seen).toEqual([1, 2]);
});

test("a reader who has everything looks nothing up", async () => {
  const run = follow();
  await run.clock.pass(0);
  run.stored.push(event(1));
  run.hub.publish([event(1)]);
  await run.clock.pass(5 * recheckMs);
  expect(run.seen).toEqual([1]);
  expect(run.loads).toEqual([0]);
});

test("it goes on after the database was away, asks nothing when nobody follows, and stops", async () => {
  const run = follow();
  await run.clock.pass(0);
  run.setAway(true);
  run.stored.push(event(1));
  await run.clock.pass(2 * recheckMs);
  expect(run.seen).toEqual([]);
  run.setAway(false);
  await run.clock.pass(recheckMs);
  expect(run.seen).toEqual([1]);
  run.reader.close();
  const before = run.asked.length;
  await run.clock.pass(2 * recheckMs);
  expect(run.asked).toHaveLength(before);
  run.stop();
  await run.clock.pass(2 * recheckMs);
  expect(run.asked).toHaveLength(before);
});
