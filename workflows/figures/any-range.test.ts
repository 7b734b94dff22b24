import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostDays, rangeNames, rangeOf, rangeProblem } from "./range";
import { dateOf, dayNumber, dayOf, isDate, startOfDay } from "./zone";

const zone = fc.constantFrom(
  "UTC",
  "Europe/Berlin",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Pacific/Apia",
);
const now = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) });
const day = fc.integer({ min: dayNumber("2000-01-01"), max: dayNumber("2060-01-01") });

describe("a range of any zone", () => {
  const wish = fc.record({ range: fc.constantFrom(...rangeNames), zone });

  it("is cut into buckets that follow each other, the present one whole and in it", () => {
    fc.assert(
      fc.property(wish, now, (wanted, at) => {
        const { edges, before } = rangeOf(wanted, at);
        expect(edges).toEqual(edges.toSorted((a, b) => a - b));
        expect(new Set(edges).size).toBe(edges.length);
        expect(edges[0]).toBeLessThanOrEqual(at);
        expect(edges.at(-1)).toBeGreaterThan(at);
        expect(before).toBeLessThan(edges[0] ?? 0);
        for (const edge of [...edges, before]) expect(edge % 900_000).toBe(0);
      }),
    );
  });

  it.each([
    ["7d", 7],
    ["30d", 30],
    ["90d", 90],
  ] as const)("of %s has as many days, and as many before it", (range, days) => {
    fc.assert(
      fc.property(zone, now, (where, at) => {
        const { edges, before, bucket } = rangeOf({ range, zone: where }, at);
        expect([bucket, edges.length]).toEqual(["day", days + 1]);
        const dayAt = (edge: number) => dayOf(where, edge + 3_600_000);
        expect(dayAt(edges[0] ?? 0) - dayAt(before)).toBe(days);
      }),
    );
  });

  it("that is chosen begins and ends with its days", () => {
    fc.assert(
      fc.property(zone, day, fc.integer({ min: 1, max: mostDays }), now, (where, first, days, at) => {
        const wanted = {
          range: "custom" as const,
          zone: where,
          from: dateOf(first),
          to: dateOf(first + days - 1),
        };
        expect(rangeProblem(wanted)).toBeUndefined();
        const { edges } = rangeOf(wanted, at);
        const quarter = (time: number) => Math.floor(time / 900_000) * 900_000;
        expect(edges[0]).toBe(quarter(startOfDay(where, first)));
        expect(edges.at(-1)).toBe(quarter(startOfDay(where, first + days)));
      }),
    );
  });
});

describe("a range that cannot be had", () => {
  it.each([
    [{ from: "2026-02-30", to: "2026-03-01" }, "from", /no day/],
    [{ from: "2026-02-01", to: "2026-02-31" }, "to", /no day/],
    [{ from: "yesterday", to: "2026-03-01" }, "from", /2026-11-22/],
    [{ from: "2026-3-1", to: "2026-03-02" }, "from", /no day/],
    [{ from: "", to: "" }, "from", /no day/],
    [{ from: "2026-03-02", to: "2026-03-01" }, "to", /before the first/],
    [{ from: "2024-01-01", to: "2026-01-01" }, "to", /At most 400 days/],
    [{ to: "2026-01-01" }, "from", /from which day/],
    [{ from: "2026-01-01" }, "to", /up to which day/],
  ])("%j is told of at its field", (days, field, message) => {
    expect(rangeProblem({ range: "custom", zone: "UTC", ...days })).toEqual({
      field,
      message: expect.stringMatching(message),
    });
  });

  it("is never made of what passes: any two texts are a problem or a range", () => {
    const text = fc.oneof(fc.string({ maxLength: 10 }), day.map(dateOf));
    fc.assert(
      fc.property(text, text, zone, now, (from, to, where, at) => {
        const wanted = { range: "custom" as const, zone: where, from, to };
        const edges = rangeProblem(wanted) ? [0, 1] : rangeOf(wanted, at).edges;
        expect(edges.length).toBeGreaterThanOrEqual(2);
        expect(edges.every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it("a day is one of the calendar, and is written as it is read", () => {
    fc.assert(fc.property(day, (number) => isDate(dateOf(number)) && dayNumber(dateOf(number)) === number));
    for (const text of ["2025-02-29", "2026-00-10", "2026-01-32", "26-01-01", "2026-01-01T00:00"]) {
      expect(isDate(text)).toBe(false);
    }
  });
});
