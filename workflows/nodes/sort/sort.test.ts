import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "@/workflows/graph/json";
import { nodeContract } from "@/workflows/testing/node-contract";
import { runNode } from "@/workflows/testing/run-node";
import { sortDefinition } from "./definition";
import { sorted } from "./sorted";

nodeContract("sort");

const by = (expression: string, direction = "ascending") => ({ by: expression, direction });
const run = (list: Json, orders: object[], more: object = {}) =>
  runNode("sort", { list: "rows", orders, output: "out", ...more }, { rows: list });

describe("sort", () => {
  it.each<[Json[], object[], Json[]]>([
    [[3, 1, 2], [by("")], [1, 2, 3]],
    [[3, 1, 2], [by("", "descending")], [3, 2, 1]],
    [["b10", "b9", "A"], [by("")], ["A", "b9", "b10"]],
    [[2, null, 1], [by("")], [1, 2, null]],
    [[2, null, 1], [by("", "descending")], [2, 1, null]],
    [["aaa", "b"], [by("size(item)")], ["b", "aaa"]],
    [["a", "b", "c"], [by("0 - index")], ["c", "b", "a"]],
    [[], [by("item.x")], []],
  ])("%j by %j is %j", async (list, orders, out) => {
    expect(await run(list, orders)).toEqual({ update: { out } });
  });

  it("asks the next order where the first finds no difference, and then keeps the list's own", async () => {
    const list = [
      { a: 1, b: 1, n: 1 },
      { a: 1, b: 2, n: 2 },
      { a: 0, b: 0, n: 3 },
      { a: 1, b: 2, n: 4 },
    ];
    const { update } = await run(list, [by("item.a"), by("item.b", "descending")]);
    expect(update?.out).toEqual([list[2], list[1], list[3], list[0]]);
  });

  it("keeps the first few", async () => {
    expect(await run([3, 1, 2], [by("")], { most: 2 })).toEqual({ update: { out: [1, 2] } });
  });

  it("gives the same entries in an order that sorting again does not change", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer(), fc.string(), fc.constant(null))), (list) => {
        const settings = {
          list: "rows",
          orders: [{ by: "", direction: "ascending" as const }],
          output: "rows",
        };
        const once = sorted(settings, { rows: list }).update;
        expect(sorted(settings, once).update).toEqual(once);
        expect(new Set(Object(once.rows))).toEqual(new Set(list));
      }),
    );
  });

  it("reads the channels of every order", () => {
    const orders = [
      { by: "weights[item.kind]", direction: "ascending" as const },
      { by: "item.n * factor", direction: "ascending" as const },
    ];
    expect(sortDefinition.reads({ list: "rows", orders })).toEqual([
      { channel: "rows", field: "list" },
      { channel: "weights", field: "orders.0.by" },
      { channel: "factor", field: "orders.1.by" },
    ]);
  });
});
