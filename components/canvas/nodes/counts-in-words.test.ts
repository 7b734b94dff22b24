import { expect, it } from "vitest";
import { countsInWords } from "./counts-in-words";

it.each([
  [{ count: 100, done: 37, failed: 2, waiting: 3, running: 10 }, "37 of 100 done, 2 failed, 3 waiting"],
  [{ count: 5, done: 0, failed: 0, waiting: 0, running: 5 }, "0 of 5 done"],
  [{ count: 1, done: 1, failed: 0, waiting: 0, running: 0 }, "1 of 1 done"],
  [{ count: 2, done: 1, failed: 0, waiting: 1, running: 0 }, "1 of 2 done, 1 waiting"],
])("says how far a list has come: %j", (counts, words) => {
  expect(countsInWords(counts)).toBe(words);
});
