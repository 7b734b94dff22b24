import { expect, test } from "vitest";
import { createRateLimiter, type LimitName, limits } from "./rate-limit";

function withClock() {
  const clock = { now: 1_000 };
  return { clock, limit: createRateLimiter(() => clock.now) };
}

const names = Object.keys(limits).filter((name): name is LimitName => name in limits);

test.each(names)("%s: a burst passes, one more is told when to come back", (name) => {
  const { limit } = withClock();
  for (let count = 0; count < limits[name].burst; count++) limit(name, "a");
  const wait = Math.max(1, Math.ceil(60 / limits[name].perMinute));
  expect(() => limit(name, "a")).toThrow(
    expect.objectContaining({
      code: "rate_limited",
      details: { data: { retryAfterSeconds: wait } },
    }),
  );
});

test("a bucket fills up with time, never above its burst", () => {
  const { clock, limit } = withClock();
  for (let count = 0; count < limits.account.burst; count++) limit("account", "a");
  clock.now += 60_000 / limits.account.perMinute;
  limit("account", "a");
  expect(() => limit("account", "a")).toThrow("Too many requests");
  clock.now += 24 * 60 * 60_000;
  for (let count = 0; count < limits.account.burst; count++) limit("account", "a");
  expect(() => limit("account", "a")).toThrow("Too many requests");
});

test("callers and limits do not share buckets", () => {
  const { limit } = withClock();
  for (let count = 0; count < limits.account.burst; count++) limit("account", "a");
  expect(() => limit("account", "b")).not.toThrow();
  expect(() => limit("general", "a")).not.toThrow();
});
