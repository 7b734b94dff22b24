import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reckoned } from "./reckoned";

const zones = fc.constantFrom(
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Chatham",
  "America/Sao_Paulo",
);
const day = fc
  .date({ min: new Date("1971-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** The ISO time inside what is told of a date. */
const timeIn = (text: string) => /, (\S+) \(/.exec(text)?.[1] ?? "";
const count = (text: string) => Number(text.split(" ")[0]);

describe("the calendar of any zone", () => {
  it("finds the days between two dates that adding them bridges, whatever the clocks do", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4_000, max: 4_000 }), zones, (date, amount, zone) => {
        const until = timeIn(reckoned({ operation: "add", date, amount }, zone));
        expect(count(reckoned({ operation: "difference", date, until }, zone))).toBe(amount);
      }),
    );
  });

  it("goes the same way back, for units that are always as long", () => {
    const unit = fc.constantFrom("seconds", "minutes", "hours", "weeks", "days");
    fc.assert(
      fc.property(day, fc.integer({ min: -999, max: 999 }), unit, zones, (date, amount, of, zone) => {
        const there = timeIn(reckoned({ operation: "add", date, amount, unit: of }, zone));
        const back = reckoned({ operation: "add", date: there, amount: -amount, unit: of }, zone);
        expect(timeIn(back)).toBe(timeIn(reckoned({ operation: "describe", date }, zone)));
      }),
    );
  });

  it("counts from one date to another as much as back", () => {
    fc.assert(
      fc.property(day, day, zones, (date, until, zone) => {
        const there = count(reckoned({ operation: "difference", date, until }, zone));
        const back = count(reckoned({ operation: "difference", date: until, until: date }, zone));
        expect(there + back).toBe(0);
      }),
    );
  });

  it("names the weekday that JavaScript knows, and the day of the date that was written", () => {
    const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    fc.assert(
      fc.property(day, zones, (date, zone) => {
        const told = reckoned({ operation: "describe", date }, zone);
        expect(told.startsWith(`${weekdays[new Date(date).getUTCDay()]}, ${date}T`)).toBe(true);
      }),
    );
  });

  it("stays in the month at its end, a month on", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 48 }), zones, (date, amount, zone) => {
        const later = timeIn(reckoned({ operation: "add", date, amount, unit: "months" }, zone));
        const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
        expect(months(later) - months(date)).toBe(amount);
        expect(Number(later.slice(8, 10))).toBeLessThanOrEqual(Number(date.slice(8, 10)));
      }),
    );
  });
});

describe("a date as models write it", () => {
  it.each([
    ["2026-03-29", "2026-03-29T00:00:00+01:00"],
    [" 2026-03-29 ", "2026-03-29T00:00:00+01:00"],
    ["2026-03-29T18:30", "2026-03-29T18:30:00+02:00"],
    ["2026-03-29T18:30:00Z", "2026-03-29T20:30:00+02:00"],
    ["2026-03-29T18:30:00.250Z", "2026-03-29T20:30:00.250+02:00"],
    ["2026-03-29T02:30", "2026-03-29T03:30:00+02:00"],
    ["2026-W13-7", "2026-03-29T00:00:00+01:00"],
    ["2026-088", "2026-03-29T00:00:00+01:00"],
    ["20260329", "2026-03-29T00:00:00+01:00"],
  ])("%j is %s in Berlin", (date, time) => {
    expect(timeIn(reckoned({ operation: "describe", date }, "Europe/Berlin"))).toBe(time);
  });

  it.each(["29.03.2026", "03/29/2026", "next monday", "2026-13-01", "2026-02-29", "0"])(
    "%j is none, and the model is told how to write it",
    (date) => {
      expect(() => reckoned({ operation: "describe", date }, "UTC")).toThrow(
        expect.objectContaining({
          code: "tool_failed",
          details: { hint: expect.stringContaining("2026-03-29") },
        }),
      );
    },
  );
});
