import { describe, expect, it } from "vitest";
import { Lru } from "./lru";

describe("Lru", () => {
  it("makes a value once", () => {
    const cache = new Lru<string, object>(2);
    const first = cache.through("a", () => ({}));
    expect(cache.through("a", () => ({}))).toBe(first);
  });

  it("drops what was used longest ago", () => {
    const cache = new Lru<string, string>(2);
    cache.through("a", () => "a1");
    cache.through("b", () => "b1");
    cache.through("a", () => "a2");
    cache.through("c", () => "c1");
    expect(cache.size).toBe(2);
    expect(cache.through("a", () => "a3")).toBe("a1");
    expect(cache.through("b", () => "b2")).toBe("b2");
  });
});
