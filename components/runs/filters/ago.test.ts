import { expect, it } from "vitest";
import { agoWords, isAgo, timeOf } from "./ago";

it.each([
  ["30m", true, 30 * 60_000, "30 minutes"],
  ["1h", true, 3_600_000, "hour"],
  ["24h", true, 24 * 3_600_000, "24 hours"],
  ["7d", true, 7 * 86_400_000, "7 days"],
])("%s", (value, is, ms, words) => {
  expect(isAgo(value)).toBe(is);
  expect(timeOf(value, 1_000_000_000_000)).toBe(1_000_000_000_000 - ms);
  expect(agoWords(value)).toBe(words);
});

it.each(["", "h", "0d", "7w", "-1h", "99999d", "2026-05-01"])("%j is no such time", (value) => {
  expect(isAgo(value)).toBe(false);
});
