import fc from "fast-check";
import { expect, it, test } from "vitest";
import { paceOf, tokenMs } from "./pace";

/** When calls that come at those times go out, by the pace of requests alone. */
function starts(perMinute: number, arrivals: readonly number[]): number[] {
  const pace = paceOf({ requestsPerMinute: perMinute }, 1);
  if (!pace) throw new Error("A limit has a pace.");
  let until = 0;
  return arrivals.map((at) => {
    const start = Math.max(at, until - pace.requestsAheadMs);
    until = Math.max(until, start) + pace.requestMs;
    return start;
  });
}

it("lets no minute see more than the limit, and nobody overtake", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.array(fc.nat(120_000), { minLength: 1, maxLength: 700 }),
      (perMinute, given) => {
        const out = starts(
          perMinute,
          given.toSorted((a, b) => a - b),
        );
        expect(out).toEqual(out.toSorted((a, b) => a - b));
        const minutes = out.slice(perMinute).map((after, at) => after - (out[at] ?? 0));
        // A tenth of a millisecond is what floating point may lose.
        expect(minutes.filter((ms) => ms < 60_000 - 0.1)).toEqual([]);
      },
    ),
  );
});

test.each([
  [{}, undefined],
  [{ maxWaitSeconds: 3 }, undefined],
  [{ requestsPerMinute: 1 }, { requestsAheadMs: 0, requestMs: 60_000, tokensAheadMs: 0, tokensMs: 0 }],
  [
    { requestsPerMinute: 20 },
    { requestsAheadMs: 60_000 / 19, requestMs: 60_000 / 19, tokensAheadMs: 0, tokensMs: 0 },
  ],
  [
    { tokensPerMinute: 1_000 },
    { requestsAheadMs: 0, requestMs: 0, tokensAheadMs: 0, tokensMs: (200 * 60_000) / 900 },
  ],
  [
    { tokensPerMinute: 10_000 },
    {
      requestsAheadMs: 0,
      requestMs: 0,
      tokensAheadMs: (800 * 60_000) / 9_000,
      tokensMs: (200 * 60_000) / 9_000,
    },
  ],
])("%j paces a call of 200 tokens", (limits, expected) => {
  const pace = paceOf(limits, 200);
  const close = Object.entries(expected ?? {}).map(([name, ms]) => [name, expect.closeTo(ms, 6)]);
  expect(pace).toEqual(expected && Object.fromEntries(close));
});

it("takes no time for a token where tokens are not limited", () => {
  expect(tokenMs(undefined)).toBe(0);
});
