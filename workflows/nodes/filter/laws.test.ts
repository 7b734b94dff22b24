import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { runNode } from "@/workflows/testing/run-node";
import { filterConfig } from "./definition";
import { filtered } from "./filtered";

const numbers = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 30 });

function run(keep: string, rows: Json[], more: Record<string, Json> = {}) {
  const { kept, rest } = filtered(
    { list: "rows", keep, output: "kept", rest: "rest" },
    { rows, ...more },
  ).update;
  return { kept: Array.isArray(kept) ? kept : [], rest: Array.isArray(rest) ? rest : [] };
}

describe("a filter", () => {
  it("does what a simple loop does", () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: -5, max: 5 }), (rows, least) => {
        expect(run("item > least", rows, { least })).toEqual({
          kept: rows.filter((each) => each > least),
          rest: rows.filter((each) => each <= least),
        });
      }),
    );
  });

  it("loses no entry, and turned round keeps what it left out", () => {
    fc.assert(
      fc.property(numbers, (rows) => {
        const { kept, rest } = run("item % 2 == 0", rows);
        expect(kept.length + rest.length).toBe(rows.length);
        expect(run("!(item % 2 == 0)", rows)).toEqual({ kept: rest, rest: kept });
      }),
    );
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(numbers, (rows) => {
        const { kept } = run("item > 0", rows);
        expect(run("item > 0", kept)).toEqual({ kept, rest: [] });
      }),
    );
  });

  it("one after the other keeps what both would keep at once", () => {
    fc.assert(
      fc.property(numbers, (rows) => {
        const after = run("item < 3", run("item > -3", rows).kept).kept;
        expect(after).toEqual(run("item > -3 && item < 3", rows).kept);
      }),
    );
  });
});

describe("a condition that is none", () => {
  it.each<[string, Json]>([
    ["item", null],
    ["item", 0],
    ["item", ""],
    ["item", "true"],
    ["item", []],
    ["item", {}],
    ["index", "x"],
    ["size(item)", "abc"],
  ])("%s of %j is not taken for true or false", async (keep, entry) => {
    await expect(
      runNode("filter", { list: "rows", keep, output: "o" }, { rows: [entry] }),
    ).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringMatching(
        /^“Keep entries where” gives .* for entry 1; a condition must give true or false\.$/,
      ),
    });
  });

  it("shows no more than the beginning of what it gave", async () => {
    const rows = [`${"x".repeat(500)}SECRET`];
    await expect(runNode("filter", { list: "rows", keep: "item", output: "o" }, { rows })).rejects.toThrow(
      /^(?!.*SECRET).{0,220}$/,
    );
  });

  it.each([
    ["item.", /failed/],
    ["item > ", /failed/],
    ["itme > 1", /failed/],
    ["item > 'a'", /For entry 1/],
  ])("%s fails with the expression in the message", async (keep, message) => {
    await expect(runNode("filter", { list: "rows", keep, output: "o" }, { rows: [1] })).rejects.toThrow(
      message,
    );
  });
});

describe("its settings", () => {
  it.each<[object, string]>([
    [{ keep: true }, "keep"],
    [{ keep: "x".repeat(10_001) }, "keep"],
    [{ list: ["rows"] }, "list"],
    [{ rest: "Rest" }, "rest"],
    [{ output: "" }, "output"],
  ])("refuse %j at its field", (more, field) => {
    const found = filterConfig.safeParse({ list: "rows", keep: "true", ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
