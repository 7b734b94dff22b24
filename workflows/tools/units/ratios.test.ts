import { describe, expect, it } from "vitest";
import { converted } from "./converted";

/** The number that a sentence ends in. */
const amount = (value: number, from: string, to: string) =>
  Number(/= (\S+) /.exec(converted(value, from, to))?.[1]);

describe("a ratio", () => {
  it.each([
    [10, "°C/h", "°F/h", 18],
    [18, "F/min", "C/min", 10],
    [1, "kJ/K", "kJ/°C", 1],
    [1.8, "J/K", "J/F", 1],
    [5, "K/s", "C/s", 5],
  ])("counts degrees as steps, wherever zero is: %d %s are %s", (value, from, to, result) => {
    expect(amount(value, from, to)).toBe(result);
  });

  it.each([
    [100, "km/h", "mph", 62.1371192237],
    [10, "kn", "km/h", 18.52],
    [10, "knots", "m/s", 5.14444444444],
    [30, "mpg", "km/l", 12.7543112229],
    [1, "g/cm3", "kg/m3", 1_000],
    [1, "GB/s", "Mb/s", 8_000],
    [60, "m/min", "m/sec", 1],
    [3.6, "MJ/kg", "kWh/kg", 1],
    [100, "kcal/hr", "kJ/hr", 418.4],
  ])("of things people ask for: %d %s in %s is %s", (value, from, to, result) => {
    expect(amount(value, from, to)).toBe(result);
  });

  it("of energy by time is not taken for power: it is refused instead of guessed", () => {
    expect(() => converted(2_000, "kcal/day", "W")).toThrow("measure different things");
  });
});

describe("a temperature by itself", () => {
  it.each([
    [0, "°C", "°F", 32],
    [0, "K", "°C", -273.15],
    [451, "Fahrenheit", "Celsius", 232.777777778],
    [-40, "celsius", "fahrenheit", -40],
  ])("has its zero where its scale has it: %d %s in %s", (value, from, to, result) => {
    expect(amount(value, from, to)).toBe(result);
  });
});
