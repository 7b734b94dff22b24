import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareJson } from "@/workflows/data/compare";
import type { Json } from "@/workflows/graph/json";
import { runNode } from "@/workflows/testing/run-node";
import { sortConfig } from "./definition";
import { sorted } from "./sorted";

type Direction = "ascending" | "descending";
interface Row {
  a: number | string | null;
  b: boolean | null;
  n: number;
}

const key = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom("a", "B", "a10", "a9", "é", ""),
  fc.constant(null),
);
const rows = fc
  .array(fc.record({ a: key, b: fc.constantFrom(true, false, null) }), { maxLength: 30 })
  .map((list) => list.map((row, n): Row => ({ ...row, n })));
const direction = fc.constantFrom<Direction>("ascending", "descending");

function sort(list: Row[], orders: { by: string; direction: Direction }[], most?: number): Row[] {
  const { o } = sorted(
    { list: "rows", orders, most, output: "o" },
    { rows: list.map((row) => ({ ...row })) },
  ).update;
  return (Array.isArray(o) ? o : []).map((row) => Object(row));
}

describe("a sorted list", () => {
  it("is a permutation: every entry is there once, whatever it is sorted by", () => {
    fc.assert(
      fc.property(rows, direction, direction, (list, one, other) => {
        const found = sort(list, [
          { by: "item.a", direction: one },
          { by: "item.b", direction: other },
        ]);
        expect(found.toSorted((x, y) => x.n - y.n)).toEqual(list);
      }),
    );
  });

  it("keeps entries as they were that are equal, in both directions", () => {
    fc.assert(
      fc.property(rows, direction, (list, how) => {
        const found = sort(list, [{ by: "item.a", direction: how }]);
        const turned = found.filter((row, index) => {
          const next = found[index + 1];
          return next !== undefined && compareJson(row.a, next.a) === 0 && row.n >= next.n;
        });
        expect(turned).toEqual([]);
      }),
    );
  });

  it("puts no entry before a lesser one, and nothing last", () => {
    fc.assert(
      fc.property(rows, direction, (list, how) => {
        const keys = sort(list, [{ by: "item.a", direction: how }]).map(({ a }) => a);
        const known = keys.filter((each) => each !== null);
        expect(keys.slice(0, known.length)).toEqual(known);
        const sign = how === "ascending" ? 1 : -1;
        for (let at = 1; at < known.length; at += 1) {
          expect(compareJson(known[at - 1] ?? null, known[at] ?? null) * sign).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it("by two orders is the same as sorted by the second and then by the first", () => {
    fc.assert(
      fc.property(rows, direction, direction, (list, one, other) => {
        const [first, second] = [
          { by: "item.a", direction: one },
          { by: "item.b", direction: other },
        ];
        expect(sort(list, [first, second])).toEqual(sort(sort(list, [second]), [first]));
      }),
    );
  });

  it("of the first few is the beginning of the whole", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 40 }), (list, most) => {
        const orders = [{ by: "item.a", direction: "ascending" as const }];
        expect(sort(list, orders, most)).toEqual(sort(list, orders).slice(0, most));
      }),
    );
  });

  it("comes from a copy: the state stays as it was", () => {
    const list: Json = Object.freeze([3, 1, 2]) as Json[];
    const orders = [{ by: "", direction: "ascending" as const }];
    expect(sorted({ list: "rows", orders, output: "o" }, { rows: list }).update).toEqual({ o: [1, 2, 3] });
    expect(list).toEqual([3, 1, 2]);
  });
});

describe("what cannot be sorted", () => {
  it.each<[Json, string, RegExp]>([
    ["text", "", /“List” \(rows\) gives a text/],
    [{ a: 1 }, "", /gives an object/],
    [[{ a: 1 }, {}], "item.a", /For entry 2: No such key: a/],
    [[1, "x"], "item + 1", /For entry 2/],
    [[1], "1 / 0", /failed/],
  ])("%j by %j says why", async (list, by, message) => {
    await expect(
      runNode("sort", { list: "rows", orders: [{ by }], output: "o" }, { rows: list }),
    ).rejects.toThrow(message);
  });

  it.each<[object, string]>([
    [{ orders: [] }, "orders"],
    [{ orders: [{ direction: "up" }] }, "orders.0.direction"],
    [{ orders: [{ by: 1 }] }, "orders.0.by"],
    [{ most: 0 }, "most"],
    [{ most: 1.5 }, "most"],
    [{ list: [] }, "list"],
  ])("its settings refuse %j at its field", (more, field) => {
    const found = sortConfig.safeParse({ list: "rows", orders: [{}], output: "o", ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
