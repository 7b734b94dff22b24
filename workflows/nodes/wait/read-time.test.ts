import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestMs } from "../duration";
import { readTime } from "./read-time";

const now = Date.UTC(2026, 0, 1);
const noon = Date.UTC(2026, 2, 5, 12);

describe("a point in time", () => {
  it.each<[unknown, number]>([
    ["2026-03-05T12:00:00Z", noon],
    ["2026-03-05T12:00:00.250Z", noon + 250],
    ["2026-03-05T12:00", noon],
    ["2026-03-05 12:00:00", noon],
    ["2026-03-05T14:00:00+02:00", noon],
    ["2026-03-05T14:00:00+0200", noon],
    ["2026-03-05T12:00:00z", noon],
    [" 2026-03-05 ", noon - 12 * 3_600_000],
    [noon, noon],
    [noon / 1_000, noon],
    [0, 0],
    [-86_400, -86_400_000],
  ])("is read from %j", (value, time) => {
    expect(readTime(value, now)).toBe(time);
  });

  it.each([
    [null],
    [undefined],
    [true],
    [""],
    ["tomorrow"],
    ["5 March 2026"],
    ["2026-13-01"],
    ["2026-02-30"],
    ["2026-03-05T25:00:00Z"],
    ["2026-03-05T12:00:00Z; drop"],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [["2026-03-05"]],
    [{ at: 1 }],
  ])("is not to be found in %j", (value) => {
    expect(() => readTime(value, now)).toThrow("no time to wait for");
  });

  it("may lie in the past as far as it likes, and in the future up to a bound", () => {
    expect(readTime("0001-01-01", now)).toBeLessThan(0);
    expect(readTime(now + longestMs, now)).toBe(now + longestMs);
    expect(() => readTime(now + longestMs + 1, now)).toThrow("too far away");
    expect(() => readTime(8e15, now)).toThrow("too far away");
  });

  it("is the same from an ISO date and from its number", () => {
    const times = fc.date({ min: new Date(200_000_000_000), max: new Date(now), noInvalidDate: true });
    fc.assert(
      fc.property(times, (date) => {
        expect(readTime(date.toISOString(), now)).toBe(date.getTime());
        expect(readTime(date.getTime(), now)).toBe(date.getTime());
      }),
    );
  });
});
