import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HeldWrites, settle, type WriteRows } from "./held-writes";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const rows = (name: string): Promise<WriteRows> => Promise.resolve([[name]]);

/** Notes what is stored, or fails. */
function store(error?: Error) {
  const stored: WriteRows[] = [];
  const work = async (written: WriteRows) => {
    if (error) throw error;
    stored.push(written);
  };
  return { stored, work };
}

test("what nothing takes is stored by itself, all of one checkpoint together", async () => {
  const held = new HeldWrites(5);
  const { stored, work } = store();
  const all = [
    held.hold("c1", rows("a"), work),
    held.hold("c1", rows("b"), work),
    held.hold("c2", rows("c"), work),
  ];
  expect(stored).toEqual([]);
  await vi.advanceTimersByTimeAsync(5);
  await Promise.all(all);
  expect(stored).toEqual([[["a"], ["b"]], [["c"]]]);
});

test("what a checkpoint takes is stored with it, once, and whoever waits learns of it", async () => {
  const held = new HeldWrites(5);
  const alone = store();
  const waiting = held.hold("c1", rows("a"), alone.work);
  const withCheckpoint = store();
  await settle(held.take("c1"), withCheckpoint.work);
  await waiting;
  await vi.advanceTimersByTimeAsync(50);
  expect([withCheckpoint.stored, alone.stored]).toEqual([[[["a"]]], []]);
  expect(held.take("c1")).toEqual([]);
});

test("a failure reaches everybody who waits", async () => {
  const held = new HeldWrites(5);
  const { work } = store(new Error("taken over"));
  const outcomes = Promise.allSettled([held.hold("c1", rows("a"), work), held.hold("c1", rows("b"), work)]);
  await vi.advanceTimersByTimeAsync(5);
  expect(await outcomes).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
});
