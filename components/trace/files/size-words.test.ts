import { expect, it } from "vitest";
import { sizeWords } from "./size-words";

it.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1_000, "1.0 kB"],
  [999_949, "999.9 kB"],
  [999_950, "1.0 MB"],
  [10_000_000, "10.0 MB"],
])("%i: %s", (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
