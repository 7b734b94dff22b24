import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { dateConfig } from "./definition";

const date = async (operation: string, value: Json, more: object = {}) =>
  (await runNode("date", { operation, date: "at", output: "out", ...more }, { at: value })).update?.out;

describe("what stands where a date should", () => {
  it.each<[string, Json, object, string]>([
    ["a number that a pattern reads", 20_260_305, { pattern: "yyyyMMdd" }, "2026-03-05T00:00:00Z"],
    ["the same as a text", "20260305", { pattern: "yyyyMMdd" }, "2026-03-05T00:00:00Z"],
    ["eight digits, which ISO reads", "20260305", {}, "2026-03-05T00:00:00Z"],
    ["a week", "2026-W10-4", {}, "2026-03-05T00:00:00Z"],
    ["a day of the year", "2026-064", {}, "2026-03-05T00:00:00Z"],
    ["white space around it", "  2026-03-05 \n", {}, "2026-03-05T00:00:00Z"],
    ["the beginning of time", 0, {}, "1970-01-01T00:00:00Z"],
    ["a time before it", -86_400, {}, "1969-12-31T00:00:00Z"],
    ["milliseconds", 1_772_701_200_123, {}, "2026-03-05T09:00:00.123Z"],
    ["a leap day", "2028-02-29", {}, "2028-02-29T00:00:00Z"],
    [
      "an hour that the clocks leave out",
      "2026-03-29T02:30:00",
      { zone: "Europe/Berlin" },
      "2026-03-29T03:30:00+02:00",
    ],
  ])("is read where it can be: %s", async (_, value, more, iso) => {
    expect(await date("parse", value, more)).toBe(iso);
  });

  it.each<[string, Json]>([
    ["an empty text", ""],
    ["true", true],
    ["a list of dates", ["2026-03-05"]],
    ["a day that no month has", "2026-04-31"],
    ["a leap day of another year", "2027-02-29"],
    ["a month too many", "2026-13-01"],
    ["an hour too many", "2026-03-05T25:00:00Z"],
    ["a date for people", "March 5th, 2026"],
    ["a number beyond all calendars", 1e300],
    ["digits without end", "9".repeat(150)],
    ["a text without end", "2026-03-05".repeat(1_000)],
    ["digits of another script", "２０２６-０３-０５"],
  ])("is refused in words where it cannot: %s", async (_, value) => {
    await expect(date("parse", value)).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringMatching(
        /^“Date” gives .{1,90}, and an ISO date or a time since 1970 is needed\.$/s,
      ),
    });
  });

  it.each<[string, string]>([
    ["a number beyond all calendars", "1.0e12"],
    ["the other way", "-1.0e12"],
  ])("is not moved beyond all calendars: %s", async (_, amount) => {
    await expect(date("add", "2026-03-05", { amount, unit: "years" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it.each<[string, RegExp]>([
    ["nothing", /“How many” \(nothing\) gives nothing, and a number is needed/],
    ['"3"', /gives a text, and a number is needed/],
    ["1 / 0", /failed/],
  ])("is not moved by %s", async (amount, message) => {
    await expect(date("add", "2026-03-05", { amount })).rejects.toThrow(message);
  });
});

describe("the settings of a date", () => {
  it.each<[object, string]>([
    [{ zone: "" }, "zone"],
    [{ zone: "x".repeat(65) }, "zone"],
    [{ unit: "fortnights" }, "unit"],
    [{ operation: "guess" }, "operation"],
    [{ format: "y".repeat(201) }, "format"],
    [{ amount: 3 }, "amount"],
    [{ output: "no channel" }, "output"],
    [{ pattern: null }, "pattern"],
  ])("refuse %j at its field", (more, field) => {
    expect(dateConfig.safeParse(more).error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });

  it.each([
    ["a format of nothing", { operation: "format", format: " " }, "format"],
    ["no amount", { operation: "add", amount: " \n" }, "amount"],
    ["an offset with a typing error", { zone: "UTC+25" }, "zone"],
    ["a script for a zone", { zone: "<script>" }, "zone"],
    ["no language", { locale: "" }, "locale"],
  ])("say what is wrong with %s", (_, more, field) => {
    expect(
      issuesOf("date", { date: "at", output: "o", ...more }).map((issue) => issue.split(":")[0]),
    ).toEqual([field]);
  });
});
