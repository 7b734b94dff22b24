import { expect, it } from "vitest";
import { changeWords } from "./change";

it.each([
  [10, 8, "25% more than before"],
  [6, 8, "25% less than before"],
  [8, 8, "as before"],
  [1_000, 1_001, "as before"],
  [100, 10, "10 times as much as before"],
  [5, 0, "none before"],
  [0, 5, "100% less than before"],
  [0, 0, null],
  [null, 5, null],
  [5, null, null],
])("%s after %s: %s", (now, earlier, words) => expect(changeWords(now, earlier)).toBe(words));
