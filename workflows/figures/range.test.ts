import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeOf, rangeProblem } from "./range";
import { dateOf, dayNumber, dayOf, isTimeZone, startOfDay } from "./zone";

const iso = (at: number | undefined) => new Date(at ?? 0).toISOString();
const hours = (edges: readonly number[]) =>
  edges.slice(1).map((edge, index) => (edge - (edges[index] ?? 0)) / 3_600_000);

describe("days of a zone", () => {
  it.each([
    ["UTC", "2026-03-08", "2026-03-08T00:00:00.000Z"],
    ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z"],
    ["Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00.000Z"],
    ["Asia/Kathmandu", "2026-01-01", "2025-12-31T18:15:00.000Z"],
    ["Pacific/Kiritimati", "2026-01-01", "2025-12-31T10:00:00.000Z"],
    // Clocks leap from midnight to one.
    ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z"],
    // Clocks go back from midnight to eleven: the day before has 25 hours.
    ["America/Santiago", "2026-04-05", "2026-04-05T04:00:00.000Z"],
    // Clocks go back from one to midnight: midnight comes twice, and the day begins with the first.
    ["Atlantic/Azores", "2026-10-25", "2026-10-25T00:00:00.000Z"],
  ])("in %s, %s begins at %s", (zone, date, start) => {
    expect(iso(startOfDay(zone, dayNumber(date)))).toBe(start);
  });

  it("begin where the day before ends, in any zone", () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const day = fc.integer({ min: dayNumber("2000-01-01"), max: dayNumber("2037-01-01") });
    fc.assert(
      fc.property(zone, day, (name, number) => {
        const start = startOfDay(name, number);
        // An island that changed sides of the date line skipped a day.
        if (!Number.isFinite(start)) return;
        expect(dayOf(name, start)).toBe(number);
        expect(dayOf(name, start - 1)).toBeLessThan(number);
      }),
    );
  });

  it.each([
    ["Europe/Berlin", true],
    ["UTC", true],
    ["Mars/Olympus", false],
    ["", false],
  ])("%s is a zone: %s", (zone, is) => expect(isTimeZone(zone)).toBe(is));

  it("are written as dates", () => expect(dateOf(dayNumber("2024-02-29"))).toBe("2024-02-29"));
});

describe("a range", () => {
  const now = Date.parse("2026-11-22T07:42:00Z");

  it("of 24 hours ends with the hour that goes on", () => {
    const { bucket, edges, before } = rangeOf({ range: "24h", zone: "Asia/Kolkata" }, now);
    expect([bucket, edges.length, iso(edges[0]), iso(edges.at(-1)), iso(before)]).toEqual([
      "hour",
      25,
      "2026-11-21T08:00:00.000Z",
      "2026-11-22T08:00:00.000Z",
      "2026-11-20T08:00:00.000Z",
    ]);
  });

  it.each([
    ["7d", 7],
    ["30d", 30],
    ["90d", 90],
  ] as const)("of %s has %d days, today the last", (range, days) => {
    const { bucket, edges, before } = rangeOf({ range, zone: "Europe/Berlin" }, now);
    expect([bucket, edges.length - 1, iso(edges.at(-1))]).toEqual(["day", days, "2026-11-22T23:00:00.000Z"]);
    expect(Math.round(((edges[0] ?? 0) - before) / 86_400_000)).toBe(days);
  });

  it("has days of 23 and 25 hours where clocks change", () => {
    const zone = "Europe/Berlin";
    const spring = rangeOf({ range: "custom", zone, from: "2026-03-27", to: "2026-03-30" }, now);
    expect(hours(spring.edges)).toEqual([24, 24, 23, 24]);
    const autumn = rangeOf({ range: "custom", zone, from: "2026-10-25", to: "2026-10-25" }, now);
    expect([autumn.bucket, autumn.edges.length - 1]).toEqual(["hour", 25]);
  });

  it("that is chosen takes whole days, and as many before", () => {
    const zone = "Asia/Kathmandu";
    const { edges, before } = rangeOf({ range: "custom", zone, from: "2026-01-05", to: "2026-01-09" }, now);
    expect([edges.length, iso(edges[0]), iso(before)]).toEqual([
      6,
      "2026-01-04T18:15:00.000Z",
      "2025-12-30T18:15:00.000Z",
    ]);
  });

  it.each([
    ["2026-01-01", undefined, "to"],
    [undefined, "2026-01-01", "from"],
    ["2026-01-02", "2026-01-01", "to"],
    ["2025-01-01", "2026-02-05", "to"],
    ["2025-01-01", "2026-02-04", undefined],
  ])("from %s to %s is wrong at %s", (from, to, field) => {
    expect(rangeProblem({ range: "custom", zone: "UTC", from, to })?.field).toBe(field);
  });
});
