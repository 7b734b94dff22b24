import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scalarOf } from "./scalar";

describe("what is a number, true or false in a table", () => {
  it.each<[string, string | number | boolean]>([
    ["0", 0],
    ["-0", 0],
    ["-0.0", 0],
    ["-3", -3],
    ["1.50", 1.5],
    ["0.1", 0.1],
    ["true", true],
    ["false", false],
    ["999999999999999", 999_999_999_999_999],
  ])("%j is: %j", (text, value) => {
    expect(scalarOf(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    " 1",
    "1 ",
    "+1",
    "007",
    "00",
    "-",
    ".5",
    "5.",
    "1e3",
    "1e999",
    "Infinity",
    "NaN",
    "0x10",
    "1_000",
    "1,5",
    "１２",
    "True",
    "TRUE",
    "null",
    "1\n",
    "4111111111111111",
    "12345678901234.56",
    "0.1234567890123456",
  ])("%j stays a text", (text) => {
    expect(scalarOf(text)).toBe(text);
  });

  it("loses no digit of a number, and nothing of a text", () => {
    const digits = fc.string({
      unit: fc.constantFrom(...Array.from("0123456789")),
      minLength: 1,
      maxLength: 18,
    });
    const written = fc
      .tuple(fc.constantFrom("", "-"), digits, fc.option(digits, { nil: "" }))
      .map(([sign, whole, fraction]) => `${sign}${whole}${fraction && `.${fraction}`}`);
    fc.assert(
      fc.property(fc.oneof(written, fc.string()), (text) => {
        const value = scalarOf(text);
        if (typeof value !== "number") return String(value) === text;
        const shortest = text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
        const places = shortest.split(".")[1]?.length ?? 0;
        return value.toFixed(places) === (value === 0 ? shortest.replace("-", "") : shortest);
      }),
      { numRuns: 1_000 },
    );
  });
});
