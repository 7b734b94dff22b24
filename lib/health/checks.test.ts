import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runChecks } from "./checks";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("is well when everything is", async () => {
  expect(await runChecks({ a: async () => {}, b: async () => {} })).toEqual([
    { check: "a", found: "ok" },
    { check: "b", found: "ok" },
  ]);
});

test("says what is wrong and still looks at the rest", async () => {
  const broken = async () => {
    throw new Error("connection refused");
  };
  expect(await runChecks({ database: broken, queue: async () => {} })).toEqual([
    { check: "database", found: "connection refused" },
    { check: "queue", found: "ok" },
  ]);
});

test("does not wait for a check that hangs", async () => {
  const result = runChecks({ database: () => new Promise(() => {}) });
  await vi.advanceTimersByTimeAsync(2000);
  expect(await result).toEqual([{ check: "database", found: "no answer within 2 s" }]);
});
