import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { makeCurrentTime } from "./execute.server";
import { isTimezone } from "./time-in";

const tool = makeCurrentTime({ timezone: "Asia/Tokyo" }, fakeServices(), fakeContext());

describe("the current time", () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 6, 1, 22, 5, 9), toFake: ["Date"] }));
  afterEach(() => vi.useRealTimers());

  it.each([
    [{}, "Thursday, 2026-07-02 07:05:09 (Asia/Tokyo, UTC+09:00)"],
    [{ timezone: "Europe/Berlin" }, "Thursday, 2026-07-02 00:05:09 (Europe/Berlin, UTC+02:00)"],
    [{ timezone: "UTC" }, "Wednesday, 2026-07-01 22:05:09 (UTC)"],
    [{ timezone: " " }, "Thursday, 2026-07-02 07:05:09 (Asia/Tokyo, UTC+09:00)"],
  ])("for %j is %s", async (args, expected) => {
    expect(await tool.invoke(args)).toBe(expected);
  });

  it("refuses what is no time zone, and says what is", async () => {
    await expect(tool.invoke({ timezone: "Atlantis" })).rejects.toMatchObject({
      code: "tool_failed",
      details: { hint: expect.stringContaining("Europe/Berlin") },
    });
  });

  it.each([
    ["Europe/Berlin", true],
    ["UTC", true],
    ["Berlin", false],
    ["", false],
  ])("%s is a time zone: %s", (name, known) => {
    expect(isTimezone(name)).toBe(known);
  });
});
