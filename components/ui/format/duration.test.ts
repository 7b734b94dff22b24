import { expect, it } from "vitest";
import { formatDuration } from "./duration";

it.each<[number | null | undefined, string]>([
  [null, "unknown"],
  [undefined, "unknown"],
  [Number.NaN, "unknown"],
  [-5, "0 ms"],
  [0, "0 ms"],
  [340.4, "340 ms"],
  [999.6, "1.00 s"],
  [1_304, "1.30 s"],
  [9_994, "9.99 s"],
  [9_996, "10 s"],
  [42_000, "42 s"],
  [59_600, "1 m"],
  [134_000, "2 m 14 s"],
  [3_600_000, "1 h"],
  [11_100_000, "3 h 5 m"],
  [187_200_000, "2 d 4 h"],
])("%j ms read %s", (ms, expected) => {
  expect(formatDuration(ms)).toBe(expected);
});
