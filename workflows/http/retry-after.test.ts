import { describe, expect, it } from "vitest";
import { AppError } from "@/workflows/errors/app-error";
import { retryAfterMs } from "@/workflows/errors/retry-after";
import { refuseBadStatus } from "./read-answer";
import { parseRetryAfter } from "./retry-after";

const now = Date.parse("2026-11-21T12:00:00Z");

describe("Retry-After", () => {
  it.each([
    ["7", 7],
    ["0", 0],
    ["1.5", 1.5],
    ["-3", 0],
    ["Sat, 21 Nov 2026 12:00:30 GMT", 30],
    ["Sat, 21 Nov 2026 11:00:00 GMT", 0],
    ["soon", undefined],
    ["", undefined],
    [undefined, undefined],
    [null, undefined],
  ])("%j is %j seconds", (text, seconds) => {
    expect(parseRetryAfter(text, now)).toBe(seconds);
  });

  it("reaches whoever decides on another attempt", () => {
    const answer = { status: 503, headers: { "retry-after": "12" }, body: "", url: "https://api.test/" };
    let thrown: unknown;
    try {
      refuseBadStatus(answer);
    } catch (error) {
      thrown = error;
    }
    expect(retryAfterMs(thrown)).toBe(12_000);
  });

  it.each([[new Error("x")], [new AppError("http_failed", "x")], [undefined]])("is not in %o", (error) => {
    expect(retryAfterMs(error)).toBeUndefined();
  });
});
