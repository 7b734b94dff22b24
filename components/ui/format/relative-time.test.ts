import { describe, expect, it } from "vitest";
import { formatExactTime, formatRelativeTime } from "./relative-time";

const now = new Date("2026-11-21T12:00:00Z");
const minute = 60;
const hour = 3600;
const day = 86_400;

describe("formatRelativeTime", () => {
  it.each<[number, string]>([
    [0, "just now"],
    [-44, "just now"],
    [30, "just now"],
    [-50, "1 min. ago"],
    [-5 * minute, "5 min. ago"],
    [-2 * hour, "2 hr. ago"],
    [-day, "yesterday"],
    [-3 * day, "3 days ago"],
    [-14 * day, "2 wk. ago"],
    [-61 * day, "2 mo. ago"],
    [-400 * day, "last yr."],
    [2 * hour, "in 2 hr."],
    [day, "tomorrow"],
  ])("%i seconds from now is %s", (seconds, expected) => {
    expect(formatRelativeTime(new Date(now.getTime() + seconds * 1000), now)).toBe(expected);
  });
});

describe("formatExactTime", () => {
  it("names the day, the second and the zone", () => {
    expect(formatExactTime(now)).toMatch(/^Nov 2\d, 2026, .*:\d0:00.* \S+$/);
  });
});
