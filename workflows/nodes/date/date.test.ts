import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { dateConfig, dateDefinition } from "./definition";

nodeContract("date");

const date = async (operation: string, value: Json, more: object = {}) =>
  (await runNode("date", { operation, date: "at", output: "out", ...more }, { at: value })).update?.out;
const berlin = { zone: "Europe/Berlin" };

describe("date", () => {
  it.each<[Json, object, string]>([
    ["2026-03-05T09:00:00Z", {}, "2026-03-05T09:00:00Z"],
    ["2026-03-05T09:00:00+02:00", berlin, "2026-03-05T08:00:00+01:00"],
    ["2026-03-05", berlin, "2026-03-05T00:00:00+01:00"],
    [1_772_701_200, {}, "2026-03-05T09:00:00Z"],
    [1_772_701_200_000, {}, "2026-03-05T09:00:00Z"],
    ["1772701200", {}, "2026-03-05T09:00:00Z"],
    ["05.03.2026 10:15", { pattern: "dd.MM.yyyy HH:mm", ...berlin }, "2026-03-05T10:15:00+01:00"],
    ["5. März 2026", { pattern: "d. MMMM yyyy", locale: "de" }, "2026-03-05T00:00:00Z"],
  ])("reads %j with %j as %s", async (value, more, iso) => {
    expect(await date("parse", value, more)).toBe(iso);
  });

  it.each<[string, object, string]>([
    ["2026-01-31T12:00:00Z", { amount: "1", unit: "months" }, "2026-02-28T12:00:00Z"],
    ["2026-03-05T12:00:00Z", { amount: "0 - 2", unit: "weeks" }, "2026-02-19T12:00:00Z"],
    // The clocks go forward on 29 March: a day later is the same time of day, 24 hours later is not.
    ["2026-03-28T12:00:00+01:00", { amount: "1", unit: "days", ...berlin }, "2026-03-29T12:00:00+02:00"],
    ["2026-03-28T12:00:00+01:00", { amount: "24", unit: "hours", ...berlin }, "2026-03-29T13:00:00+02:00"],
  ])("moves %s by %j to %s", async (value, more, iso) => {
    expect(await date("add", value, more)).toBe(iso);
  });

  it.each<[string, string, object, number]>([
    ["2026-03-05", "2026-03-20", { unit: "days" }, 15],
    ["2026-03-20", "2026-03-05", { unit: "days" }, -15],
    ["2026-03-05T00:00:00Z", "2026-03-05T01:30:00Z", { unit: "hours" }, 1.5],
    ["2026-03-28", "2026-03-30", { unit: "days", ...berlin }, 2],
    ["2026-03-28", "2026-03-30", { unit: "hours", ...berlin }, 47],
  ])("from %s to %s with %j is %d", async (from, until, more, difference) => {
    expect(await date("difference", from, { until: `"${until}"`, ...more })).toBe(difference);
  });

  it.each<[object, string]>([
    [{ format: "cccc, d MMMM yyyy" }, "Thursday, 5 March 2026"],
    [{ format: "cccc, d. MMMM yyyy", locale: "de" }, "Donnerstag, 5. März 2026"],
    [{ format: "yyyy-MM-dd HH:mm", ...berlin }, "2026-03-06 00:30"],
  ])("writes with %j: %s", async (more, text) => {
    expect(await date("format", "2026-03-05T23:30:00Z", more)).toBe(text);
  });

  it("takes a date apart", async () => {
    expect(await date("parts", "2026-03-05T09:08:07Z")).toEqual({
      year: 2026,
      month: 3,
      day: 5,
      hour: 9,
      minute: 8,
      second: 7,
      weekday: 4,
      dayOfYear: 64,
      week: 10,
    });
  });

  it("without a date takes the time at which it runs", async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { update } = await runNode("date", { operation: "parse", output: "out" }, {});
    expect(Date.parse(String(update?.out))).toBeGreaterThanOrEqual(before);
  });

  it.each<[string, Json, object, RegExp]>([
    ["parse", "soon", {}, /“Date” gives "soon", and an ISO date or a time since 1970 is needed/],
    ["parse", null, {}, /“Date” gives null/],
    ["parse", { a: 1 }, {}, /“Date” gives \{"a":1\}/],
    ["parse", "2026-02-30", {}, /“Date” gives "2026-02-30"/],
    ["parse", "5/3", { pattern: "dd.MM.yyyy" }, /written as dd\.MM\.yyyy is needed/],
    ["add", "2026-03-05", { amount: '"two"' }, /“How many” \("two"\) gives a text, and a number is needed/],
    ["add", "2026-03-05", { amount: "1.0e15", unit: "years" }, /too far away|“Date”/],
    ["difference", "2026-03-05", { until: '"never"' }, /“Until” gives "never"/],
  ])("%s of %j with %j says what is wrong", async (operation, value, more, message) => {
    await expect(date(operation, value, more)).rejects.toThrow(message);
  });

  it.each([
    [
      { zone: "Mars/Base", output: "a" },
      "zone: “Mars/Base” is no time zone. Use a name such as Europe/Berlin.",
    ],
    [{ locale: "no such", output: "a" }, "locale: “no such” is no language, such as de."],
    [{ operation: "add", output: "a" }, "amount: Say how far it goes."],
    [{}, "output: The result goes nowhere: choose the channel to write it to."],
  ])("of %j says: %s", (config, issue) => {
    expect(issuesOf("date", config)).toEqual([issue]);
  });

  it("reads only what its operation needs", () => {
    const config = dateConfig.parse({ date: "a", amount: "b", until: "c" });
    const reads = (operation: "parse" | "add" | "difference") =>
      dateDefinition.reads({ ...config, operation }).map(({ channel }) => channel);
    expect([reads("parse"), reads("add"), reads("difference")]).toEqual([["a"], ["a", "b"], ["a", "c"]]);
  });
});
