import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { converted } from "./converted";

const amount = (value: number, from: string, to: string) =>
  Number(/= (\S+) /.exec(converted(value, from, to))?.[1]);

describe("a unit is known as people write it", () => {
  it.each([
    [1, ["km", "Km", "KM", "kilometer", "kilometres", "Kilometers"], "m", 1_000],
    [1, ["h", "hr", "hrs", "hour", "Hours"], "min", 60],
    [90, ["s", "sec", "secs", "second", "Seconds"], "min", 1.5],
    [180, ["°", "deg", "degrees"], "rad", Math.PI],
    [1, ["m2", "m²", "m^2", "square meter", "square meters"], "cm2", 10_000],
    [1, ["m3", "m³", "m^3", "cubic meters"], "l", 1_000],
    [1, ["cal", "Cal"], "J", 4.184],
    [2_000, ["kcal", "KCAL"], "kJ", 8_368],
    [1, ["BTU", "btu"], "kJ", 1.05505585262],
    [760, ["mmHg"], "atm", 1],
    [1, ["lb", "lbs", "pound", "pounds"], "kg", 0.45359237],
    [12, ["in", "inch", "inches"], "ft", 1],
    [100, ["°C", "C", "celsius", "Celsius"], "F", 212],
  ])("%d of %j in %s is %d", (value, spellings, to, result) => {
    for (const from of spellings) expect(amount(value, from, to)).toBeCloseTo(result, 6);
  });

  it.each([
    ["1 Mb is an eighth of a megabyte", "Mb", "MB", 0.125],
    ["1 ML is a million litres", "ML", "l", 1_000_000],
    ["1 mW is not a megawatt", "mW", "W", 0.001],
  ])("with the case that counts: %s", (_, from, to, result) => {
    expect(amount(1, from, to)).toBe(result);
  });
});

const families = [
  ["km", "m", "mm", "mi", "ft", "in", "nmi"],
  ["kg", "g", "mg", "lb", "oz", "t"],
  ["°C", "°F", "K"],
  ["J", "kJ", "kWh", "cal", "kcal", "BTU"],
  ["Pa", "bar", "atm", "psi", "mmHg"],
  ["km/h", "mph", "kn", "m/s"],
  ["°C/h", "°F/h", "K/min"],
];
const pair = fc
  .constantFrom(...families)
  .chain((family) => fc.tuple(fc.constantFrom(...family), fc.constantFrom(...family)));
const value = fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 8);

describe("the way there and back", () => {
  it("ends where it began, for any two units of a family", () => {
    fc.assert(
      fc.property(value, pair, (given, [from, to]) => {
        const back = amount(amount(given, from, to), to, from);
        expect(Math.abs(back - given)).toBeLessThanOrEqual(Math.abs(given) * 1e-9 + 1e-6);
      }),
    );
  });

  it("between two families does not exist", () => {
    const two = fc.tuple(
      fc.constantFrom("km", "kg", "°C", "kcal", "psi"),
      fc.constantFrom("l", "MB", "rad", "days", "km/h"),
    );
    fc.assert(
      fc.property(two, ([from, to]) => {
        expect(() => converted(1, from, to)).toThrow("measure different things");
      }),
    );
  });
});

it("is a number, or a problem that the model can read: no amount is infinite", () => {
  expect(() => converted(1e308, "km", "mm")).toThrow("too much to convert");
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e290, max: 1e290 }),
      pair,
      (n, [from, to]) => {
        expect(converted(n, from, to)).not.toMatch(/NaN|Infinity/);
      },
    ),
  );
});
