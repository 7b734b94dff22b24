import { expect, it } from "vitest";
import { csvCell } from "./csv-cell";

it.each([
  ["plain", "plain", "plain"],
  ["nothing", null, ""],
  ["a number", -3, "-3"],
  ["a comma", "a,b", '"a,b"'],
  ["quotes", 'say "so"', '"say ""so"""'],
  ["lines", "a\nb", '"a\nb"'],
  ["a formula", "=1+1", "'=1+1"],
  ["a formula with a comma", "=SUM(A1,A2)", `"'=SUM(A1,A2)"`],
  ["a call by at", "@cmd", "'@cmd"],
])("%s", (_, value, cell) => {
  expect(csvCell(value)).toBe(cell);
});
