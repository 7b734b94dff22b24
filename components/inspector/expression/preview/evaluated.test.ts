import { describe, expect, it } from "vitest";
import { evaluated } from "./evaluated";

const state = { name: "Ada", count: 3, order: { total: 4 }, gone: null };

describe("evaluated", () => {
  it.each([
    ["count + 1", "expression", "4"],
    ["name", "expression", '"Ada"'],
    ["order", "expression", '{"total":4}'],
    ["gone", "expression", "null"],
    ["Hi {{ name }}: {{ order.total }}", "template", "Hi Ada: 4"],
    ["{{ gone }}", "template", ""],
  ] as const)("%s", (text, kind, value) => {
    expect(evaluated(text, kind, state)).toEqual({ ok: true, value });
  });

  it("cuts what is long", () => {
    const long = evaluated("text(name)", "expression", { name: "x".repeat(10_000) });
    expect(long.ok && long.value.length).toBeLessThan(500);
  });

  it("says why there is no value, without repeating the expression", () => {
    expect(evaluated("order.tax", "expression", state)).toEqual({
      ok: false,
      problem: "No such key: tax. Where a key may be absent, ask with has(…) first.",
    });
  });

  it("ends what would take forever", () => {
    const bomb =
      "[1,2,3,4,5,6,7,8,9].map(a, [1,2,3,4,5,6,7,8,9].map(b, [1,2,3,4,5,6,7,8,9].map(c, [1,2,3,4,5,6,7,8,9].map(d, [1,2,3,4,5,6,7,8,9].map(e, [1,2,3,4,5,6,7,8,9].map(f, [1,2,3,4,5,6,7,8,9].map(g, 1)))))))";
    expect(evaluated(bomb, "expression", state)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/too many steps/),
    });
  });

  it("never shows a secret, also one that stands in the state", () => {
    const shown = evaluated("key={{ secrets.KEY }}", "template", { ...state, secrets: { KEY: "s3cret" } });
    expect(shown).toEqual({ ok: true, value: "key=••••••" });
    expect(evaluated("secrets", "expression", { secrets: { KEY: "s3cret" } })).toMatchObject({ value: "{}" });
  });
});
