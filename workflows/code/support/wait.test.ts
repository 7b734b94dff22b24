import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { waitPause } from "@/workflows/nodes/wait/pause";
import { sleepOut } from "./wait.server";

const slept: number[] = [];
vi.mock("node:timers/promises", () => ({
  // Time goes by at once.
  setTimeout: async (milliseconds: number) => {
    slept.push(milliseconds);
    vi.setSystemTime(Date.now() + milliseconds);
  },
}));

describe("a wait on the command line", () => {
  beforeEach(() => {
    slept.length = 0;
    vi.useFakeTimers({ now: 0, toFake: ["Date"] });
  });
  afterEach(() => vi.useRealTimers());

  it.each([
    ["for a length of time", waitPause({ wakeAfterMs: 5_000 }, false), [5_000]],
    ["until a time", waitPause({ wakeAt: 7_000 }, true), [7_000]],
    ["not at all until a time that is over", waitPause({ wakeAt: -1 }, false), []],
    [
      "in pieces, where it is longer than one timer takes",
      waitPause({ wakeAfterMs: 5_000_000_000 }, false),
      [2_147_483_647, 2_147_483_647, 705_032_706],
    ],
  ])("is slept through %s", async (_, pause, times) => {
    expect(await sleepOut(pause)).toBe(true);
    expect(slept).toEqual(times);
  });

  it.each([
    { kind: "approval", message: "Ready?", answers: [{ id: "yes", label: "Yes" }], allowText: false },
    "odd",
    null,
    {},
  ])("is none where a person is to answer: %j", async (pause) => {
    expect(await sleepOut(pause)).toBe(false);
    expect(slept).toEqual([]);
  });
});
