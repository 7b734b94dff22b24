import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runChecks } from "./health";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("is well when everything is", async () => {
  expect(await runChecks({ a: async () => {}, b: async () => {} })).toEqual({
    ok: true,
    checks: { a: "ok", b: "ok" },
  });
});

test("says what is wrong and still looks at the rest", async () => {
  const broken = async () => {
    throw new Error("connection refused");
  };
  expect(await runChecks({ database: broken, queue: async () => {} })).toEqual({
    ok: false,
    checks: { database: "connection refused", queue: "ok" },
  });
});

test("does not wait for a check that hangs", async () => {
  const result = runChecks({ database: () => new Promise(() => {}) });
  await vi.advanceTimersByTimeAsync(2000);
  expect(await result).toEqual({ ok: false, checks: { database: "no answer within 2 s" } });
});
