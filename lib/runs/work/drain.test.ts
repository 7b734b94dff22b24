import { RunControl } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { FakeClock } from "../testing/fake-clock";
import { drainRuns } from "./drain";

/** Runs at work; each ends when it is told to, or when it is cut off. */
function working(count: number, waiting = 0) {
  const clock = new FakeClock();
  const runs = Array.from({ length: count }, () => {
    const over = Promise.withResolvers<void>();
    const entry = { cutOff: false, end: () => over.resolve() };
    const stop = () => {
      entry.cutOff = true;
      over.resolve();
    };
    return Object.assign(entry, { run: { stop }, control: new RunControl(), done: over.promise });
  });
  let drained = false;
  const draining = drainRuns(clock, 30_000, runs, () => waiting).then(() => {
    drained = true;
  });
  return { clock, runs, draining, isDrained: () => drained };
}

test("ends as soon as every run has come to a checkpoint, and cuts nothing off", async () => {
  const { runs, draining } = working(3);
  for (const run of runs) run.end();
  await draining;
  expect(runs.map(({ cutOff }) => cutOff)).toEqual([false, false, false]);
});

test("what does not come to one in time is cut off, and nothing earlier", async () => {
  const { clock, runs, draining, isDrained } = working(2);
  runs[0]?.end();
  await clock.pass(29_999);
  expect([isDrained(), runs[1]?.cutOff]).toEqual([false, false]);
  await clock.pass(1);
  await draining;
  expect(runs.map(({ cutOff }) => cutOff)).toEqual([false, true]);
});

test("what only waits for runs that it called is cut off after five seconds: nobody may be left to end those", async () => {
  const { clock, runs, draining } = working(2, 1);
  await clock.pass(6_000);
  expect(runs.some(({ cutOff }) => cutOff)).toBe(false);
  runs[0]?.end();
  await clock.pass(0);
  await clock.pass(5_000);
  await draining;
  expect(runs.map(({ cutOff }) => cutOff)).toEqual([false, true]);
});
