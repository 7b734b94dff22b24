import { describe, expect, it } from "vitest";
import { didYouMean, nearest } from "./similar";

describe("nearest", () => {
  it.each([
    ["mesages", "messages"],
    ["Messages", "messages"],
    ["cuont", "count"],
    ["coun", "count"],
    ["zebra", undefined],
    ["", undefined],
  ])("%s", (name, expected) => {
    expect(nearest(name, ["messages", "count"])).toBe(expected);
  });
});

describe("didYouMean", () => {
  it("says nothing where nothing is near", () => {
    expect(didYouMean("zebra", ["count"])).toBe("");
    expect(didYouMean("counts", ["count"])).toBe(" Did you mean “count”?");
  });
});
