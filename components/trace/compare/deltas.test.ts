import { expect, it } from "vitest";
import { deltaWords } from "./deltas";

it.each<[number | null, number | null, string | undefined]>([
  [100, 150, "+50 (+50%)"],
  [150, 100, "−50 (−33%)"],
  [1_000, 1_001, "+1 (+<1%)"],
  [1, 21, "+20 (+20×)"],
  [0, 5, "+5"],
  [5, 5, undefined],
  [null, 5, undefined],
  [5, null, undefined],
])("from %s to %s is %s", (a, b, words) => {
  expect(deltaWords(a, b, String)?.words).toBe(words);
});
