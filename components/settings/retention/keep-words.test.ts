import { expect, test } from "vitest";
import { choicesOf, keepOf, keepOptions, keepWords, retentionOf, sizeWords } from "./keep-words";

test.each([
  ["forever", "For ever"],
  [1, "1 day"],
  [30, "30 days"],
  [365, "1 year"],
  [730, "2 years"],
] as const)("%s is told as %s", (keep, words) => {
  expect(keepWords(keep)).toBe(words);
});

test("choices come back as they were stored, the installation's as none", () => {
  const chosen = { runs: 30, events: "forever" as const };
  expect(choicesOf({ chosen })).toEqual({ runs: "30", events: "forever", checkpoints: "installation" });
  expect(retentionOf(choicesOf({ chosen }))).toEqual({ ...chosen, checkpoints: undefined });
});

test("a number of days that only the API offers can stay chosen", () => {
  const values = keepOptions(30, "45").map(({ value }) => keepOf(value));
  expect(values).toEqual([undefined, "forever", 1, 7, 30, 45, 90, 180, 365, 730]);
  expect(keepOptions(30, "installation")[0]?.label).toBe("As the installation: 30 days");
});

test.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1_000, "1 KB"],
  [8_400_000, "8.4 MB"],
  [123_456_789, "123 MB"],
  [2e15, "2,000 TB"],
])("%d bytes are %s", (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
