import { describe, expect, it } from "vitest";
import { whenTried } from "./breaker-words";

const now = Date.parse("2026-11-21T12:00:00Z");

describe("when an other side is tried again", () => {
  it.each([
    ["open", "2026-11-21T12:00:08Z", /^tried again at \d\d:\d\d:08$/],
    ["open", "2026-11-21T11:59:59Z", /^the next call goes out to see$/],
    ["open", null, /^null$/],
    ["half_open", "2026-11-21T12:00:08Z", /^null$/],
    ["closed", null, /^null$/],
  ] as const)("%s until %s", (state, retryAt, words) => {
    expect(String(whenTried({ state, retryAt }, now))).toMatch(words);
  });
});
