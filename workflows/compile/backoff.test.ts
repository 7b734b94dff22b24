import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { Backoff } from "./backoff";

const retry = { maxAttempts: 5, initialIntervalMs: 1_000, backoffFactor: 2 };
const down = new AppError("http_failed", "It is down.");
const asking = (seconds: number) =>
  new AppError("model_rate_limited", "Too many.", { data: { retryAfterSeconds: seconds } });

/** As LangGraph works out its pause after the given attempt (pregel/retry.js). */
function pauseAfter(backoff: Backoff, attempt: number, error: unknown): number | undefined {
  if (!backoff.retryOn(error)) return undefined;
  const interval = backoff.initialInterval * backoff.backoffFactor ** (attempt - 1);
  return Math.min(backoff.maxInterval, interval);
}

describe("the pause before another attempt", () => {
  it.each([
    [1, 0, 0],
    [1, 0.5, 500],
    [2, 0.5, 1_000],
    [3, 1, 4_000],
    [4, 0.25, 2_000],
  ])("after attempt %i and the lot %d is %i ms", (attempt, lot, expected) => {
    expect(pauseAfter(new Backoff(retry, () => lot), attempt, down)).toBe(expected);
  });

  it("has a bound", () => {
    const steep = new Backoff({ ...retry, initialIntervalMs: 600_000, backoffFactor: 10 }, () => 1);
    expect(pauseAfter(steep, 3, down)).toBe(120_000);
  });

  it.each([1, 2, 3])("is as long as the other side asks, after attempt %i, too", (attempt) => {
    expect(pauseAfter(new Backoff(retry, () => 0), attempt, asking(7))).toBe(7_000);
    expect(pauseAfter(new Backoff(retry, () => 0.5), attempt, asking(7))).toBe(7_500);
  });

  it("forgets what another failure asked for", () => {
    const backoff = new Backoff(retry, () => 0.5);
    pauseAfter(backoff, 1, asking(7));
    expect(pauseAfter(backoff, 1, down)).toBe(500);
  });

  it.each([
    ["asks to be left alone for longer than a run should wait", asking(3_600)],
    ["was not called, because its breaker is open", new AppError("circuit_open", "It is left alone.")],
    ["would refuse it again", new AppError("model_auth", "Wrong key.")],
    ["was left by a cancel", new DOMException("Aborted", "AbortError")],
  ])("does not come where the other side %s", (_, error) => {
    expect(pauseAfter(new Backoff(retry), 1, error)).toBeUndefined();
  });
});
