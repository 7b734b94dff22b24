import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { dated } from "./dated";
import { dateConfig } from "./definition";

type Operation = "parse" | "add" | "difference" | "format" | "parts";
const run = (operation: Operation, at: Json, more: object = {}, state: Record<string, Json> = {}) =>
  dated(dateConfig.parse({ operation, date: "at", output: "o", ...more }), { at, ...state }).update.o ?? null;

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Apia",
  "Australia/Lord_Howe",
];
const zone = fc.constantFrom(...zones);
const moment = fc
  .date({ min: new Date("1971-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString());
const exact = fc.constantFrom("seconds", "minutes", "hours");
const amount = fc.integer({ min: -5_000, max: 5_000 });
const ms = (value: Json) => Date.parse(typeof value === "string" ? value : "");

describe("dates", () => {
  it("are the same moment however they are written, and in whatever zone", () => {
    fc.assert(
      fc.property(moment, zone, (at, where) => {
        const read = run("parse", at, { zone: where });
        expect(ms(read)).toBe(Date.parse(at));
        expect(run("parse", read, { zone: where })).toBe(read);
        expect(ms(run("parse", Date.parse(at) / 1000, { zone: where }))).toBe(Date.parse(at));
      }),
    );
  });

  it("moved there and back are where they were, in every exact unit and zone", () => {
    fc.assert(
      fc.property(moment, zone, exact, amount, (at, where, unit, n) => {
        const there = run("add", at, { amount: "n", unit, zone: where }, { n });
        const back = run("add", there, { amount: "n", unit, zone: where }, { n: -n });
        expect(ms(back)).toBe(Date.parse(at));
      }),
    );
  });

  it("moved by days and weeks in a zone without summer time are back as well", () => {
    fc.assert(
      fc.property(moment, fc.constantFrom("days", "weeks"), amount, (at, unit, n) => {
        const there = run("add", at, { amount: "n", unit }, { n });
        expect(ms(run("add", there, { amount: "n", unit }, { n: -n }))).toBe(Date.parse(at));
      }),
    );
  });

  it("are as far apart as they were moved, and the other way round as far back", () => {
    fc.assert(
      fc.property(
        moment,
        zone,
        fc.constantFrom("seconds", "hours", "days", "weeks"),
        amount,
        (at, where, unit, n) => {
          const there = run("add", at, { amount: "n", unit, zone: where }, { n });
          const apart = (from: Json, until: Json) =>
            Number(run("difference", from, { until: "until", unit, zone: where }, { until }));
          // An hour that comes twice a year lets a day begin at two moments.
          expect(Math.abs(apart(at, there) - n)).toBeLessThan(0.05);
          expect(Math.abs(apart(there, at) + n)).toBeLessThan(0.05);
        },
      ),
    );
  });

  it("keep the day of the month where the other month has it, and take its last one where not", () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -60, max: 60 }), (at, n) => {
        const before = new Date(at);
        const after = new Date(ms(run("add", at, { amount: "n", unit: "months" }, { n })));
        const last = new Date(Date.UTC(after.getUTCFullYear(), after.getUTCMonth() + 1, 0)).getUTCDate();
        expect(after.getUTCDate()).toBe(Math.min(before.getUTCDate(), last));
        const months = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
        expect(months(after) - months(before)).toBe(n);
      }),
    );
  });

  it("written by a pattern are read by it again", () => {
    const pattern = "dd.MM.yyyy HH:mm:ss";
    fc.assert(
      fc.property(moment, fc.constantFrom("UTC", "Asia/Kolkata"), (at, where) => {
        const text = run("format", at, { format: pattern, zone: where });
        expect(ms(run("parse", text, { pattern, zone: where }))).toBe(Date.parse(at));
      }),
    );
  });

  it("taken apart make the same day that the calendar says", () => {
    fc.assert(
      fc.property(moment, (at) => {
        const date = new Date(at);
        expect(run("parts", at)).toMatchObject({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: date.getUTCHours(),
          weekday: date.getUTCDay() || 7,
        });
      }),
    );
  });
});
