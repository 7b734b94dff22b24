import { describe, expect, it } from "vitest";
import { nextAfterSignIn, signInAddress } from "./sign-in-address";

describe("signInAddress", () => {
  it.each([
    ["/", "", "/sign-in"],
    ["/agents", "", "/sign-in?next=%2Fagents"],
    ["/runs/r1", "?span=s2", "/sign-in?next=%2Fruns%2Fr1%3Fspan%3Ds2"],
  ])("%s%s", (pathname, search, expected) => {
    expect(signInAddress({ pathname, search })).toBe(expected);
  });
});

describe("nextAfterSignIn", () => {
  it.each([
    [null, "/agents"],
    ["", "/agents"],
    ["/runs/r1?span=s2", "/runs/r1?span=s2"],
    ["https://elsewhere.example", "/agents"],
    ["//elsewhere.example", "/agents"],
    ["/\\elsewhere.example", "/agents"],
    ["/\t/elsewhere.example", "/agents"],
    ["javascript:alert(1)", "/agents"],
  ])("%j leads to %s", (next, expected) => {
    expect(nextAfterSignIn(next)).toBe(expected);
  });
});
