import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { makeDateTool } from "./execute.server";
import { type Reckoning, reckoned } from "./reckoned";

const zone = "Europe/Berlin";

describe("reckoning with dates", () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 6, 1, 22, 5, 9), toFake: ["Date"] }));
  afterEach(() => vi.useRealTimers());

  it.each<[Reckoning, string]>([
    [{ operation: "describe" }, "Thursday, 2026-07-02T00:05:09+02:00 (week 27, day 183 of the year)"],
    [
      { operation: "describe", date: "2024-02-29" },
      "Thursday, 2024-02-29T00:00:00+01:00 (week 9, day 60 of the year)",
    ],
    [
      { operation: "add", date: "2026-01-31", amount: 1, unit: "months" },
      "Saturday, 2026-02-28T00:00:00+01:00 (week 9, day 59 of the year)",
    ],
    // The clocks go forward in between.
    [
      { operation: "add", date: "2026-03-28T12:00", amount: 1 },
      "Sunday, 2026-03-29T12:00:00+02:00 (week 13, day 88 of the year)",
    ],
    [
      { operation: "add", date: "2026-07-01T10:00:00Z", amount: -90, unit: "minutes" },
      "Wednesday, 2026-07-01T10:30:00+02:00 (week 27, day 182 of the year)",
    ],
  ])("%j", (reckoning, said) => {
    expect(reckoned(reckoning, zone)).toBe(said);
  });

  it.each<[Reckoning, string]>([
    [{ operation: "difference", date: "2026-01-01", until: "2026-12-24" }, "357 days from"],
    [{ operation: "difference", date: "2026-12-24", until: "2026-01-01", unit: "weeks" }, "-51 weeks from"],
    [{ operation: "difference", date: "2026-03-28", until: "2026-03-30", unit: "hours" }, "47 hours from"],
    [{ operation: "difference", date: "2026-07-02T00:00:00+02:00", unit: "seconds" }, "309 seconds from"],
  ])("%j", (reckoning, begins) => {
    expect(reckoned(reckoning, zone).startsWith(begins)).toBe(true);
  });

  it.each([
    [{ operation: "describe" as const, date: "tomorrow" }, "“tomorrow” is no date"],
    [{ operation: "describe" as const, date: "2026-02-30" }, "“2026-02-30” is no date"],
    [{ operation: "add" as const, amount: 1e12, unit: "years" as const }, "is no date"],
  ])("refuses %j in words", (reckoning, words) => {
    expect(() => reckoned(reckoning, zone)).toThrow(words);
  });

  it("is what the model calls", async () => {
    const tool = makeDateTool({ timezone: "UTC" }, fakeServices(), fakeContext());
    expect(await tool.invoke({ operation: "describe", date: "2026-07-01" })).toContain("Wednesday");
    await expect(tool.invoke({ operation: "guess" })).rejects.toThrow(/schema/);
  });
});
