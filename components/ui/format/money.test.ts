import { expect, it } from "vitest";
import { formatMoney } from "./money";

it.each<[number | null | undefined, string]>([
  [null, "unknown"],
  [undefined, "unknown"],
  [0, "$0.00"],
  [1, "$0.000001"],
  [42, "$0.000042"],
  [4_200, "$0.0042"],
  [4_250, "$0.00425"],
  [42_000, "$0.042"],
  [420_000, "$0.42"],
  [1_000_000, "$1.00"],
  [1_234_567_890, "$1,234.57"],
  [-4_200, "−$0.0042"],
])("%j micro-dollars read %s", (micros, expected) => {
  expect(formatMoney(micros)).toBe(expected);
});
