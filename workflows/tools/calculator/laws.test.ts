import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calculate } from "./arithmetic";

const whole = fc.integer({ min: -9_999, max: 9_999 });
const inBrackets = (value: number) => `(${value})`;

describe("the laws of arithmetic", () => {
  it("hold for sums and products whichever way round and whatever comes first", () => {
    fc.assert(
      fc.property(whole, whole, whole, fc.constantFrom("+", "*"), (a, b, c, sign) => {
        const [x, y, z] = [a, b, c].map(inBrackets);
        expect(calculate(`${x} ${sign} ${y}`)).toBe(calculate(`${y} ${sign} ${x}`));
        expect(calculate(`(${x} ${sign} ${y}) ${sign} ${z}`)).toBe(
          calculate(`${x} ${sign} (${y} ${sign} ${z})`),
        );
        expect(calculate(`${x} * (${y} + ${z})`)).toBe(calculate(`${x} * ${y} + ${x} * ${z}`));
      }),
    );
  });

  it("take a difference back by a sum, and a quotient by a product", () => {
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(calculate(`${a} - (${b}) + (${b})`)).toBe(a);
        fc.pre(b !== 0);
        expect(calculate(`(${a}) / (${b}) * (${b})`)).toBeCloseTo(a, 8);
      }),
    );
  });

  it("split a number into what goes into it and what is left", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 999 }), (a, b) => {
        expect(calculate(`floor(${a} / ${b}) * ${b} + ${a} % ${b}`)).toBe(a);
      }),
    );
  });

  it("take a root and its square for each other's way back", () => {
    fc.assert(
      fc.property(fc.nat(9_999), (a) => {
        expect(calculate(`sqrt(${a} ^ 2)`)).toBe(a);
        expect(calculate(`sqrt(${a}) ^ 2`)).toBeCloseTo(a, 8);
      }),
    );
  });

  it("round once: what is rounded stays, and lies within half a place", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e7, max: 1e7 }), fc.integer({ min: 0, max: 4 }), (n, digits) => {
        const value = n / 1_000;
        const rounded = calculate(`round(${value}, ${digits})`);
        expect(calculate(`round(${rounded}, ${digits}) - (${rounded})`)).toBe(0);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 / 10 ** digits + 1e-9);
        expect(calculate(`round(${-value}, ${digits}) + (${rounded})`)).toBe(0);
      }),
    );
  });

  it("put the smallest before the largest, and both among what was given", () => {
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1, maxLength: 8 }), (values) => {
        const list = values.join(", ");
        expect(values).toContain(calculate(`min(${list})`));
        expect(values).toContain(calculate(`max(${list})`));
        expect(calculate(`max(${list}) - min(${list})`)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("the way an expression is written", () => {
  const pieces = fc.array(
    fc.tuple(fc.nat(99).map(String), fc.constantFrom(["-", "−", "–"], ["*", "×", "·"], ["+"])),
    { minLength: 1, maxLength: 6 },
  );

  it("does not matter: neither the spaces nor which sign stands for a sign", () => {
    const written = (
      list: [string, readonly string[]][],
      space: string,
      sign: (spellings: readonly string[]) => string,
    ) => `${list.map(([number, spellings]) => number + space + sign(spellings) + space).join("")}1`;
    fc.assert(
      fc.property(pieces, fc.constantFrom("", " ", "\t", "\n", "  "), (list, space) => {
        const plain = calculate(written(list, "", ([first = ""]) => first));
        expect(calculate(written(list, space, (spellings) => spellings.at(-1) ?? ""))).toBe(plain);
      }),
    );
  });

  it("of thousands is understood with any number of groups, and only as groups of three", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 999_999_999 }),
        fc.constantFrom(" ", "_"),
        (value, between) => {
          const grouped = String(value).replace(/\B(?=(\d{3})+$)/g, between);
          expect(calculate(grouped)).toBe(value);
          expect(() => calculate(`${grouped}${between}12`)).toThrow();
        },
      ),
    );
  });
});
