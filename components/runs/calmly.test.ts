import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { calmly } from "./calmly";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("works at once, then once more for all that was asked meanwhile", async () => {
  const work = vi.fn(async () => {});
  const calm = calmly(work, 1_000);
  for (let ask = 0; ask < 50; ask += 1) calm.ask();
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(999);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(2);
});

it("rests from the end of the work on, and goes on after work that failed", async () => {
  const work = vi.fn(async () => {});
  work.mockImplementationOnce(() => new Promise((_resolve, reject) => setTimeout(reject, 3_000)));
  const calm = calmly(work, 1_000);
  calm.ask();
  calm.ask();
  await vi.advanceTimersByTimeAsync(3_900);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(work).toHaveBeenCalledTimes(2);
});

it("does nothing any more once stopped", async () => {
  const work = vi.fn(async () => {});
  const calm = calmly(work, 1_000);
  calm.ask();
  calm.ask();
  calm.stop();
  calm.ask();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(work).toHaveBeenCalledTimes(1);
});
