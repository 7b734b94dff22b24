import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import type { BreakerState } from "./breaker-state";
import { Breakers } from "./breakers";

const start = Date.parse("2026-11-21T12:00:00Z");
const limits = { failures: 3, firstMs: 10_000, mostMs: 60_000 };
const place = { kind: "host", workspaceId: "ws_1", id: "api.test", name: "api.test" } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
});
afterEach(() => {
  vi.useRealTimers();
});

const down = new AppError("http_failed", "Could not call api.test: nothing answers on that port.", {
  data: { code: "ECONNREFUSED" },
});
const slow = (seconds: number) =>
  new AppError("model_rate_limited", "Too many calls.", { data: { retryAfterSeconds: seconds } });
const failing = (error: unknown) => async () => {
  throw error;
};

function world() {
  const log = { warn: vi.fn(), info: vi.fn() };
  const breakers = new Breakers(log, limits);
  const changes: BreakerState["state"][] = [];
  breakers.onChange(({ state }) => changes.push(state));
  const call = (act: () => Promise<string>, where: Parameters<Breakers["of"]>[0] = place) =>
    breakers
      .of(where)
      .run(act, () => undefined)
      .catch((error: unknown) => error);
  const fail = async (times: number, error: unknown = down) => {
    for (let count = 0; count < times; count += 1) await call(failing(error));
  };
  const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
  const state = () => breakers.states()[0];
  return { breakers, call, fail, later, state, changes, log };
}

describe("a circuit breaker", () => {
  it("opens after failures in a row and says whom it keeps from being called, why and until when", async () => {
    const { call, fail, later, state, changes, log } = world();
    expect(state()).toBeUndefined();
    await fail(2);
    expect(state()).toMatchObject({ state: "closed", failures: 2, since: start, lastError: down.message });
    later(1_000);
    await fail(1);
    const opened = state();
    expect(opened).toMatchObject({ key: "host:ws_1:api.test", state: "open", failures: 3, since: start });
    expect(opened?.retryAt).toBeGreaterThanOrEqual(start + 6_000);
    expect(opened?.retryAt).toBeLessThanOrEqual(start + 11_000);
    const asked = vi.fn(async () => "fine");
    expect(await call(asked)).toMatchObject({
      code: "circuit_open",
      message: expect.stringMatching(
        /^api\.test was not called: 3 calls in a row failed since 12:00:00 UTC\. It is tried again in \d+ s\. The last failure: Could not call api\.test/,
      ),
    });
    expect(asked).not.toHaveBeenCalled();
    expect(changes).toEqual(["open"]);
    expect(log.warn).toHaveBeenCalledTimes(1);
  });

  it("lets one call through after its pause, refuses others meanwhile, and closes when it is answered", async () => {
    const { call, fail, later, state, changes } = world();
    await fail(3);
    later(10_000);
    const answer = Promise.withResolvers<string>();
    const trial = call(() => answer.promise);
    expect(state()).toMatchObject({ state: "half_open" });
    expect(await call(async () => "second")).toMatchObject({ code: "circuit_open" });
    answer.resolve("fine");
    expect(await trial).toBe("fine");
    expect(state()).toBeUndefined();
    expect(await call(async () => "again")).toBe("again");
    expect(changes).toEqual(["open", "half_open", "closed"]);
  });

  it("opens again for longer, up to a bound, when the trial fails", async () => {
    const { fail, later, state } = world();
    await fail(3);
    const pauses: number[] = [];
    for (let trial = 0; trial < 5; trial += 1) {
      later(60_000);
      const now = Date.now();
      await fail(1);
      pauses.push((state()?.retryAt ?? 0) - now);
    }
    expect(pauses[0]).toBeGreaterThanOrEqual(10_000);
    expect(pauses[1]).toBeGreaterThanOrEqual(20_000);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(60_000);
    expect(state()).toMatchObject({ state: "open", failures: 8, since: start });
  });

  it("stays open at least as long as the other side asked", async () => {
    const { fail, state } = world();
    await fail(3, slow(40));
    expect(state()?.retryAt).toBe(start + 40_000);
  });

  it.each([
    ["a refusal of what we sent", new AppError("model_bad_request", "No such model."), 0],
    ["a wrong key", new AppError("model_auth", "Wrong key."), 0],
    ["a cancel", new DOMException("Aborted", "AbortError"), 2],
    ["an address that may not be called", new AppError("egress_refused", "Private."), 2],
  ])("does not count %s", async (_, error, failures) => {
    const { fail, state } = world();
    await fail(2);
    await fail(3, error);
    expect(state()?.failures ?? 0).toBe(failures);
    expect(state()?.state ?? "closed").toBe("closed");
  });

  it("an answer begins the count anew", async () => {
    const { call, fail, state } = world();
    await fail(2);
    await call(async () => "fine");
    await fail(2);
    expect(state()).toMatchObject({ state: "closed", failures: 2 });
  });

  it("makes the trial again when it was cancelled", async () => {
    const { fail, later, state } = world();
    await fail(3);
    later(10_000);
    await fail(1, new DOMException("Aborted", "AbortError"));
    expect(state()).toMatchObject({ state: "open", failures: 3 });
  });

  it("is not moved by calls that began before it opened", async () => {
    const { call, fail, state } = world();
    const early = Promise.withResolvers<string>();
    const waiting = call(() => early.promise);
    await fail(3);
    early.resolve("late");
    await waiting;
    expect(state()).toMatchObject({ state: "open", failures: 3 });
  });

  it("may be tried at once", async () => {
    const { breakers, call, fail, state } = world();
    await fail(3);
    breakers.tryNow("ws_other", "host:ws_1:api.test");
    expect(await call(async () => "fine")).toMatchObject({ code: "circuit_open" });
    breakers.tryNow("ws_1", "host:ws_1:api.test");
    expect(state()).toMatchObject({ state: "open", retryAt: start });
    expect(await call(async () => "fine")).toBe("fine");
    expect(state()).toBeUndefined();
  });

  it("opens again when the call that was tried at once fails, and still counts", async () => {
    const { breakers, fail, state, changes } = world();
    await fail(3);
    breakers.tryNow("ws_1", "host:ws_1:api.test");
    await fail(1);
    expect(state()).toMatchObject({ state: "open", failures: 4, since: start });
    expect(state()?.retryAt).toBeGreaterThan(start);
    expect(changes).toEqual(["open", "half_open", "open"]);
  });

  it("is another one for every workspace", async () => {
    const { call, fail } = world();
    await fail(3);
    expect(await call(async () => "fine", { ...place, workspaceId: "ws_2" })).toBe("fine");
  });

  it("begins anew where its other side has changed", async () => {
    const { call, fail } = world();
    await fail(3);
    expect(await call(async () => "fine", { ...place, version: "2" })).toBe("fine");
  });
});
