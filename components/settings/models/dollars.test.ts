import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDollars, typedDollars } from "./dollars";

describe("parseDollars", () => {
  it.each([
    ["2.5", 2_500_000],
    ["$0.075", 75_000],
    [" 3 ", 3_000_000],
    ["0", 0],
    [".5", 500_000],
    ["1.", 1_000_000],
    ["0.000001", 1],
    ["", undefined],
    ["-1", undefined],
    ["1,5", undefined],
    ["free", undefined],
    ["0.0000001", undefined],
  ])("%j is %s micro-dollars", (text, micros) => {
    expect(parseDollars(text)).toBe(micros);
  });

  it("reads back what typedDollars writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (micros) => {
        expect(parseDollars(typedDollars(micros))).toBe(micros);
      }),
    );
  });
});

describe("typedDollars", () => {
  it.each([
    [null, ""],
    [undefined, ""],
    [0, "0"],
    [2_500_000, "2.5"],
    [10_000_000, "10"],
    [75_000, "0.075"],
    [1, "0.000001"],
  ])("%j is typed as %j", (micros, text) => {
    expect(typedDollars(micros)).toBe(text);
  });
});
