import { expect, test } from "vitest";
import { FakeClock } from "@/lib/runs/testing/fake-clock";
import type { RunEvent } from "@/workflows/events/event";
import type { Watcher } from "./hub";
import { readRun } from "./run-reader";

const event = (seq: number): RunEvent => ({
  runId: "r",
  seq,
  ts: seq,
  ns: [],
  type: "log",
  data: { level: "info", message: String(seq) },
});

/** A store and a hub, and a reader on them. */
function follow(
  after: number,
  options: { history?: number; maxBuffered?: number; slow?: boolean; away?: boolean } = {},
) {
  const stored = Array.from({ length: options.history ?? 0 }, (_, at) => event(at + 1));
  const seen: number[] = [];
  const loads: number[] = [];
  const clock = new FakeClock();
  let watcher: Watcher | undefined;
  let failing = options.away ?? false;
  let free = () => {};
  const reader = readRun(
    {
      clock,
      maxBuffered: options.maxBuffered,
      hub: {
        watch: (_runId, given) => {
          watcher = given;
          return () => (watcher = undefined);
        },
      },
      load: async (_runId, from, limit) => {
        loads.push(from);
        if (failing) throw new Error("the database is away");
        return stored.filter(({ seq }) => seq > from).slice(0, limit);
      },
    },
    "r",
    after,
    (events) => {
      seen.push(...events.map(({ seq }) => seq));
      return options.slow ? new Promise<void>((resolve) => (free = resolve)) : undefined;
    },
  );
  const store = (...seqs: number[]) => {
    const events = seqs.map(event);
    stored.push(...events);
    return events;
  };
  return {
    seen,
    loads,
    reader,
    clock,
    store,
    live: (...seqs: number[]) => watcher?.events(store(...seqs)),
    behind: () => watcher?.behind(),
    comeBack: () => (failing = false),
    free: () => free(),
    watched: () => watcher !== undefined,
  };
}

test("history first, then live, without a look into the store for what comes live", async () => {
  const run = follow(1, { history: 3 });
  await run.clock.pass(0);
  run.live(4);
  run.live(5, 6);
  await run.clock.pass(0);
  expect(run.seen).toEqual([2, 3, 4, 5, 6]);
  expect(run.loads).toEqual([1]);
});

test("an event that is both in the store and live comes once", async () => {
  const run = follow(0);
  run.live(1, 2);
  await run.clock.pass(0);
  expect(run.seen).toEqual([1, 2]);
});

test("what another process stored is fetched, and a gap in what comes live is filled from the store", async () => {
  const run = follow(0);
  await run.clock.pass(0);
  run.store(1, 2);
  run.behind();
  await run.clock.pass(0);
  run.store(3);
  run.live(4);
  await run.clock.pass(0);
  expect(run.seen).toEqual([1, 2, 3, 4]);
});

test("a slow listener holds a bounded buffer and catches up from the store", async () => {
  const run = follow(0, { maxBuffered: 3, slow: true });
  await run.clock.pass(0);
  run.live(1);
  await run.clock.pass(0);
  for (const seq of [2, 3, 4, 5, 6, 7]) run.live(seq);
  run.free();
  await run.clock.pass(0);
  run.free();
  await run.clock.pass(0);
  expect(run.seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(run.loads).toEqual([0, 1]);
});

test("more history than a page is delivered whole", async () => {
  const run = follow(0, { history: 1_200 });
  await run.clock.pass(0);
  expect(run.seen).toHaveLength(1_200);
});

test("a database that is away for a moment costs nothing but time", async () => {
  const run = follow(0, { history: 1, away: true });
  await run.clock.pass(600);
  expect(run.seen).toEqual([]);
  run.comeBack();
  await run.clock.pass(600);
  expect(run.seen).toEqual([1]);
});

test("a closed reader is silent and watches no more", async () => {
  const run = follow(0);
  await run.clock.pass(0);
  run.reader.close();
  expect(run.watched()).toBe(false);
  run.store(1);
  await run.clock.pass(100);
  expect(run.seen).toEqual([]);
});
