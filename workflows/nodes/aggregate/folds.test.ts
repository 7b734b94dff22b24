import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareJson } from "@/workflows/data/compare";
import type { Json } from "@/workflows/graph/json";
import { runNode } from "@/workflows/testing/run-node";
import { aggregated } from "./aggregated";
import { aggregateConfig } from "./definition";
import { type FigureName, figures } from "./figures";

const row = fc.record({
  g: fc.constantFrom("a", "b", "1", 1, null, true),
  n: fc.option(fc.integer(), { nil: null }),
});
const rows = fc.array(row, { maxLength: 40 });
const known = (list: readonly { n: number | null }[]) => list.flatMap(({ n }) => (n === null ? [] : [n]));
const over = (figure: FigureName, list: Json[]) =>
  aggregated(
    { list: "rows", groups: [], figures: [{ name: "x", figure, of: "item.n" }], output: "o" },
    { rows: list },
  ).update.o;

describe("figures over a whole list", () => {
  it.each<[FigureName, (values: number[]) => Json]>([
    ["count", (values) => values.length],
    ["sum", (values) => values.reduce((one, other) => one + other, 0)],
    [
      "average",
      (values) => (values.length ? values.reduce((one, other) => one + other, 0) / values.length : null),
    ],
    ["min", (values) => (values.length ? Math.min(...values) : null)],
    ["max", (values) => (values.length ? Math.max(...values) : null)],
    ["collect", (values) => values],
  ])("come to what a simple loop comes to: %s", (figure, fold) => {
    fc.assert(
      fc.property(rows, (list) => {
        expect(over(figure, list)).toEqual({ x: fold(known(list)) });
      }),
    );
  });

  it.each<FigureName>(["count", "sum", "average", "min", "max"])(
    "do not depend on the order: %s",
    (figure) => {
      fc.assert(
        fc.property(rows, (list) => {
          expect(over(figure, list.toReversed())).toEqual(over(figure, list));
        }),
      );
    },
  );
});

describe("figures by groups", () => {
  const grouped = (list: Json[]) => {
    const wanted = ["count", "sum", "collect"] as const;
    const settings = {
      list: "rows",
      groups: [{ name: "g", by: "item.g" }],
      figures: wanted.map((figure) => ({ name: figure, figure, of: "item.n" })),
      output: "o",
    };
    const { o } = aggregated(settings, { rows: list }).update;
    return Array.isArray(o) ? o : [];
  };

  it("come to the whole together, and lose no entry", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const groups = grouped(list).map((group) => Object(group));
        const values = known(list);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(groups.reduce((sum, group) => sum + group.sum, 0)).toBe(values.reduce((a, b) => a + b, 0));
        const collected: Json[] = groups.flatMap(({ collect }) => collect);
        expect(collected.toSorted(compareJson)).toEqual([...values].toSorted(compareJson));
      }),
    );
  });

  it("are one for each kind, in the order in which the kinds are met", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const kinds = [...new Map(list.map(({ g }) => [JSON.stringify(g), g])).values()];
        expect(grouped(list).map((group) => Object(group).g)).toEqual(kinds);
      }),
    );
  });
});

describe("numbers at their ends", () => {
  it.each<[FigureName, number[]]>([
    ["sum", [Number.MAX_VALUE, Number.MAX_VALUE]],
    ["sum", [Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE]],
    ["sum", [-Number.MAX_VALUE, -Number.MAX_VALUE]],
    ["average", [Number.MAX_VALUE, Number.MAX_VALUE]],
  ])("%s of %j is refused, because no channel holds it", (figure, values) => {
    expect(() => figures[figure](values, "total")).toThrow(/^“total” comes to more than a number can hold/);
  });

  it("adds up without losing what is small", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -999, max: 999 })), (cents) => {
        const total = figures.sum(
          cents.map((each) => each / 100),
          "x",
        );
        expect(total).toBeCloseTo(cents.reduce((a, b) => a + b, 0) / 100, 9);
      }),
    );
  });

  it("leaves the values alone that it collects", () => {
    const values: Json[] = [3, 1, 2];
    const collected = figures.collect(values, "x");
    expect(collected).not.toBe(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("what people type", () => {
  it("two groups or two figures of one name would overwrite each other", () => {
    const twice = [
      { name: "g", by: "item.a" },
      { name: "g", by: "item.b" },
    ];
    const paths = (config: object) =>
      aggregateConfig.safeParse(config).error?.issues.map(({ path }) => path.join("."));
    expect(paths({ groups: twice, figures: [{ name: "n" }] })).toEqual(["groups"]);
    expect(paths({ figures: [{ name: "n" }, { name: "n", figure: "sum" }] })).toEqual(["figures"]);
    expect(paths({ figures: [] })).toEqual(["figures"]);
  });

  it.each([
    ["item.missing", /For entry 1: No such key: missing/],
    ["item.n / 0", /The result is not a number|division/i],
    ["item.", /failed|expression/i],
  ])("an expression that fails says where: %s", async (of, message) => {
    const config = { list: "rows", figures: [{ name: "x", figure: "sum", of }], output: "o" };
    await expect(runNode("aggregate", config, { rows: [{ n: 1 }] })).rejects.toThrow(message);
  });
});
