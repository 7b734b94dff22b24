import fc from "fast-check";
import { expect, it } from "vitest";
import { isTimezone, timeIn } from "./time-in";

const zones = Intl.supportedValuesOf("timeZone");
const instant = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2090, 0, 1) });

it("is the instant itself, read back with the offset that stands beside it, in every zone", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), instant, (zone, now) => {
      const [, date, time, offset] =
        /^\w+, (\S+) (\S+) \(\S+, UTC([+-]\S+)?\)$/.exec(timeIn(zone, now)) ?? [];
      const [, sign, hours = "0", minutes = "0"] = /([+-])(\d\d):(\d\d)/.exec(offset ?? "+00:00") ?? [];
      const away = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
      const read = Date.parse(`${date}T${time}Z`) - away * 60_000;
      expect(read).toBe(Math.floor(now / 1_000) * 1_000);
    }),
  );
});

it("has the weekday of its date, and hours from 00 to 23", () => {
  fc.assert(
    fc.property(fc.constantFrom("UTC", "Asia/Kathmandu", "Pacific/Apia"), instant, (zone, now) => {
      const [, weekday, date, hour] = /^(\w+), (\S+) (\d\d):/.exec(timeIn(zone, now)) ?? [];
      const name = new Date(`${date}T12:00:00Z`).toLocaleDateString("en", {
        weekday: "long",
        timeZone: "UTC",
      });
      expect(weekday).toBe(name);
      expect(Number(hour)).toBeLessThan(24);
    }),
  );
});

it("knows every zone that the runtime lists, and no place of fancy", () => {
  expect(zones.filter((zone) => !isTimezone(zone))).toEqual([]);
  for (const name of ["Berlin", "Mars/Olympus", "GMT+25", "  ", "🕰"]) expect(isTimezone(name)).toBe(false);
});
