import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { json, shuffledKeys } from "@/workflows/graph/testing/arbitraries";
import { evaluate, evaluateCondition, evaluateEach } from "./evaluate";
import { renderTemplate } from "./template";

const text = fc.string({ unit: "grapheme" });
const list = fc.array(json, { maxLength: 6 });
const names = fc.array(text, { maxLength: 6 });

describe("functions over lists", () => {
  it("first and last are the ends, and null of nothing", () => {
    fc.assert(
      fc.property(list, (items) => {
        expect(evaluate("first(items)", { items })).toEqual(items[0] ?? null);
        expect(evaluate("items.last()", { items })).toEqual(items.at(-1) ?? null);
        expect(evaluate("size(items)", { items })).toBe(items.length);
      }),
    );
  });

  it("contains finds an item wherever its keys stand, and nothing that is not there", () => {
    fc.assert(
      fc.property(list, fc.nat(), json, fc.nat(), (items, at, other, seed) => {
        fc.pre(items.length > 0);
        const item = shuffledKeys(items[at % items.length], seed);
        expect(evaluate("contains(items, item)", { items, item })).toBe(true);
        expect(evaluate("items.contains(other)", { items, other })).toBe(
          evaluate("items.exists(i, json(i) == json(other))", { items, other }) || isAmong(items, other),
        );
      }),
    );
  });

  it("filter and map keep the order and go through every item", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 })), (items) => {
        expect(evaluate("items.filter(i, i > 3)", { items })).toEqual(items.filter((item) => item > 3));
        expect(evaluate("items.map(i, i * 2)", { items })).toEqual(items.map((item) => item * 2));
        expect(evaluate("items.all(i, i > 3)", { items })).toBe(items.every((item) => item > 3));
        expect(evaluate("items.exists(i, i > 3)", { items })).toBe(items.some((item) => item > 3));
      }),
    );
  });

  it("has and contains agree on the keys of an object", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("a", "b", "valueOf"), json), (object) => {
        for (const key of ["a", "b", "valueOf", "toString"]) {
          expect(evaluate(`contains(object, "${key}")`, { object })).toBe(Object.hasOwn(object, key));
        }
        expect(evaluate("has(object.a)", { object })).toBe(Object.hasOwn(object, "a"));
      }),
    );
  });
});

function isAmong(items: readonly unknown[], wanted: unknown): boolean {
  const same = (one: unknown, other: unknown) =>
    JSON.stringify(shuffledKeys(one, 0)) === JSON.stringify(shuffledKeys(other, 0));
  return items.some((item) => same(item, wanted));
}

describe("functions over texts", () => {
  it("split and join take each other back", () => {
    fc.assert(
      fc.property(names, (items) => {
        const parts = items.map((item) => item.replaceAll("|", ""));
        const joined = evaluate('join(parts, "|")', { parts });
        expect(joined).toBe(parts.join("|"));
        expect(evaluate('split(joined, "|")', { joined })).toEqual(parts.length > 0 ? parts : [""]);
      }),
    );
  });

  it("split by nothing gives whole characters, which make up the text again", () => {
    fc.assert(
      fc.property(text, (given) => {
        const parts = evaluate('split(given, "")', { given });
        expect(evaluate('join(parts, "")', { parts })).toBe(given);
        expect(parts).toEqual(Array.from(given));
      }),
    );
    expect(evaluate('split("a😀ü", "")', {})).toEqual(["a", "😀", "ü"]);
  });

  it("lower, upper and trim are done once: doing it again changes nothing", () => {
    fc.assert(
      fc.property(text, (given) => {
        const twice = (name: string) => evaluate(`${name}(${name}(given))`, { given });
        expect(twice("trim")).toBe(evaluate("trim(given)", { given }));
        expect(twice("lower")).toBe(given.toLowerCase().toLowerCase());
        expect(evaluate("given.upper()", { given })).toBe(given.toUpperCase());
      }),
    );
  });

  it("a text holds each of its parts", () => {
    fc.assert(
      fc.property(text, text, text, (before, part, after) => {
        const given = before + part + after;
        expect(evaluate("contains(given, part)", { given, part })).toBe(true);
        expect(
          evaluate("(before + part).endsWith(part) && (part + after).startsWith(part)", {
            before,
            part,
            after,
          }),
        ).toBe(true);
      }),
    );
  });

  it("text is what a template shows, and json what can be read again", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(evaluate("text(value)", { value })).toBe(renderTemplate("{{ value }}", { value }));
        expect(JSON.parse(renderTemplate("{{ json(value) }}", { value }))).toEqual(value);
      }),
    );
  });
});

describe("a value for each entry", () => {
  it("is the one that the expression has over that entry alone", () => {
    const expression = fc.constantFrom(
      "item",
      "index",
      "text(item) + suffix",
      "[item, index]",
      "index > 1 ? item : null",
    );
    fc.assert(
      fc.property(list, expression, text, (entries, source, suffix) => {
        const each = evaluateEach(source, entries, { suffix });
        expect(each).toEqual(entries.map((item, index) => evaluate(source, { suffix, item, index })));
      }),
    );
  });

  it("names the first entry at which it fails, and leaves the state alone", () => {
    const state = Object.freeze({ item: "mine", n: 1 });
    expect(() => evaluateEach("item.a > 1", [{ a: 2 }, { b: 2 }], state)).toThrow(/For entry 2:/);
    expect(evaluateEach("item", [1, 2], state)).toEqual([1, 2]);
    expect(state).toEqual({ item: "mine", n: 1 });
  });
});

describe("a condition", () => {
  it("follows the laws of logic, whatever is compared", () => {
    const number = fc.integer({ min: -9, max: 9 });
    const check = (source: string, state: object) => evaluateCondition(source, { ...state });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const state = { a, b };
        expect(check("!(a < b)", state)).toBe(check("a >= b", state));
        expect(check("!(a == b && b > 0)", state)).toBe(check("a != b || b <= 0", state));
        expect(check("a < b || a == b || a > b", state)).toBe(true);
        expect(check("(a < b) == (b > a)", state)).toBe(true);
        expect(check("a < b ? true : false", state)).toBe(a < b);
      }),
    );
  });

  it("does not look at what it need not: the other side may fail", () => {
    expect(evaluateCondition("a == null || a.b > 1", { a: null })).toBe(true);
    expect(evaluateCondition("a != null && a.b > 1", { a: null })).toBe(false);
    expect(evaluate("a == null ? 0 : a.b", { a: null })).toBe(0);
  });
});

describe("work without end", () => {
  const items = Array.from({ length: 1_500 }, (_, index) => index);

  it.each([
    "items.map(a, items.map(b, items.map(c, a + b + c)))",
    "items.filter(a, items.exists(b, items.exists(c, a + b + c < 0)))",
    "items.all(a, items.all(b, items.all(c, true)))",
  ])("is stopped in less than a few seconds, and says why: %s", (source) => {
    const begun = performance.now();
    expect(() => evaluate(source, { items })).toThrow(
      expect.objectContaining({
        code: "expression_failed",
        message: expect.stringContaining("too many steps"),
      }),
    );
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it("of one expression takes nothing from the next", () => {
    expect(() => evaluate("items.map(a, items.map(b, items.map(c, 1)))", { items })).toThrow();
    expect(evaluate("size(items.map(a, a + 1))", { items })).toBe(1_500);
  });
});
