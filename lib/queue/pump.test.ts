import { expect, test } from "vitest";
import { FakeClock } from "@/lib/runs/testing/fake-clock";
import { Pump } from "./pump";

/** A queue of numbers and a pump on it with room for `places` jobs at once. */
function pumpOf(places: number) {
  const clock = new FakeClock();
  const queue: number[] = [];
  const started: number[] = [];
  const asked: number[] = [];
  const errors: unknown[] = [];
  let working = 0;
  let broken = false;
  const pump = new Pump<number>({
    clock,
    fallbackMs: 1_000,
    room: () => places - working,
    onError: (error) => errors.push(error),
    fetch: async (count) => {
      asked.push(count);
      if (broken) throw new Error("the database is away");
      return queue.splice(0, count);
    },
    start: async (jobs) => {
      working += jobs.length;
      started.push(...jobs);
    },
  });
  const finish = (count: number) => {
    working -= count;
    pump.freed();
  };
  return {
    clock,
    queue,
    started,
    asked,
    errors,
    pump,
    finish,
    breakDown: (value: boolean) => (broken = value),
  };
}

test("takes as many as there is room for, and more when some are done", async () => {
  const world = pumpOf(2);
  world.queue.push(1, 2, 3, 4, 5);
  world.pump.wake();
  await world.clock.pass(0);
  expect(world.started).toEqual([1, 2]);
  world.finish(1);
  await world.clock.pass(0);
  expect(world.started).toEqual([1, 2, 3]);
});

test("asks once for many wake-ups that come while it fetches", async () => {
  const world = pumpOf(10);
  for (let at = 0; at < 20; at += 1) world.pump.wake();
  await world.clock.pass(0);
  expect(world.asked.length).toBeLessThanOrEqual(2);
});

test("looks by itself after a while: a wake-up may have been lost", async () => {
  const world = pumpOf(2);
  world.pump.wake();
  await world.clock.pass(0);
  world.queue.push(1);
  await world.clock.pass(1_000);
  expect(world.started).toEqual([1]);
});

test("a failed fetch is told, and tried again later", async () => {
  const world = pumpOf(2);
  world.queue.push(1);
  world.breakDown(true);
  world.pump.wake();
  await world.clock.pass(0);
  expect(world.errors).toHaveLength(1);
  world.breakDown(false);
  await world.clock.pass(1_000);
  expect(world.started).toEqual([1]);
});

test("takes nothing any more once it is stopped", async () => {
  const world = pumpOf(2);
  await world.pump.stop();
  world.queue.push(1);
  world.pump.wake();
  await world.clock.pass(5_000);
  expect(world.started).toEqual([]);
});

test("remembers when it last fetched with success, so that others see one that cannot", async () => {
  const world = pumpOf(2);
  const made = world.pump.fetchedAt;
  world.breakDown(true);
  world.pump.wake();
  await world.clock.pass(1_000);
  expect(world.pump.fetchedAt).toBe(made);
  world.breakDown(false);
  await world.clock.pass(1_000);
  expect(world.pump.fetchedAt).toBeGreaterThan(made);
});

test("does not look again for room that nobody waited for", async () => {
  const world = pumpOf(3);
  world.queue.push(1);
  world.pump.wake();
  await world.clock.pass(0);
  expect([world.started, world.asked]).toEqual([[1], [3]]);
  world.finish(1);
  await world.clock.pass(0);
  expect(world.asked).toEqual([3]);
  world.queue.push(2);
  world.pump.wake();
  await world.clock.pass(0);
  expect(world.started).toEqual([1, 2]);
});

test("looks again when there is room after a fetch that failed", async () => {
  const world = pumpOf(2);
  world.queue.push(1);
  world.breakDown(true);
  world.pump.wake();
  await world.clock.pass(0);
  world.breakDown(false);
  world.finish(0);
  await world.clock.pass(0);
  expect(world.started).toEqual([1]);
});
