import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { templates } from "@/workflows/templates/registry";
import { estimate } from "./estimate";
import { type NodeHistory, nodeHistorySchema, type Spread } from "./history";
import { historyInside } from "./history-inside";
import { rangeOf, valueAt } from "./spread";

const spread: fc.Arbitrary<Spread> = fc
  .tuple(fc.nat(100), fc.nat(100), fc.nat(100))
  .map(([p5, more, most]) => ({ p5, p50: p5 + more, p95: p5 + more + most }));
const past = (nodeId: string): fc.Arbitrary<NodeHistory> =>
  fc.record({ tokensIn: spread, tokensOut: spread, costMicros: spread, ms: spread }).map((part) => ({
    nodeId,
    runs: 10,
    visits: 10,
    unpricedCalls: 0,
    ports: [],
    ...part,
  }));
const told = templates.map(({ id, document }) => {
  const history = fc.tuple(...Object.keys(document.nodes).map(past));
  return [id, document, history] as const;
});

describe.each(told)("an estimate of the template %s", (_, document, history) => {
  it("has parts that come to no more than the most, and no less than the least, of what a run takes", () => {
    fc.assert(
      fc.property(history, (known) => {
        const found = estimate(document, known, nodeDefinitions);
        const parts = [...found.nodes.values()];
        const mean = (of: (part: (typeof parts)[number]) => number) =>
          parts.reduce((sum, part) => sum + of(part), 0);
        const most =
          known.reduce((sum, each) => sum + each.costMicros.p95, 0) * document.settings.recursionLimit;
        expect(mean(({ costMicros }) => costMicros)).toBeLessThanOrEqual(most);
        expect(found.costMicros.p50).toBeLessThanOrEqual(found.costMicros.p95);
        expect(found.unknown).toEqual([]);
        for (const { visits, tokens, costMicros, ms } of parts) {
          expect(Math.min(visits, tokens, costMicros, ms)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 3 },
    );
  });

  it("tells nothing of nodes that no run came by, and names them", () => {
    const found = estimate(document, [], nodeDefinitions);
    const working = Object.entries(document.nodes).filter(
      ([, { type }]) => type !== "start" && type !== "end",
    );
    expect(found.unknown).toEqual(working.map(([id]) => id).sort());
    expect([found.tokens.p95, found.costMicros.p95, found.ms.p95, found.nodes.size]).toEqual([0, 0, 0, 0]);
  });

  it("takes twice as much money where each visit does, and no more time", () => {
    fc.assert(
      fc.property(history, (known) => {
        const twice = known.map((each) => {
          const { p5, p50, p95 } = each.costMicros;
          return { ...each, costMicros: { p5: p5 * 2, p50: p50 * 2, p95: p95 * 2 } };
        });
        const [one, two] = [
          estimate(document, known, nodeDefinitions),
          estimate(document, twice, nodeDefinitions),
        ];
        expect(two.costMicros.p50).toBeCloseTo(one.costMicros.p50 * 2, 6);
        expect(two.costMicros.p95).toBeCloseTo(one.costMicros.p95 * 2, 6);
        expect([two.ms, two.tokens]).toEqual([one.ms, one.tokens]);
      }),
      { numRuns: 3 },
    );
  });
});

describe("a spread", () => {
  it("has its percentiles where they belong, and nothing below the first or above the last", () => {
    fc.assert(
      fc.property(spread, fc.double({ min: 0, max: 1, noNaN: true }), (given, u) => {
        expect(valueAt(given, 0.05)).toBeCloseTo(given.p5, 6);
        expect(valueAt(given, 0.5)).toBeCloseTo(given.p50, 6);
        expect(valueAt(given, 0.95)).toBeCloseTo(given.p95, 6);
        expect(valueAt(given, u)).toBeGreaterThanOrEqual(given.p5 - 1e-9);
        expect(valueAt(given, u)).toBeLessThanOrEqual(given.p95 + 1e-9);
      }),
    );
  });

  it("of values is made of values that occurred, whichever came first", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1 }), (values) => {
        const range = rangeOf(values);
        expect(values).toContain(range.p50);
        expect(values).toContain(range.p95);
        expect(rangeOf(values.toReversed())).toEqual(range);
        expect(values.filter((value) => value <= range.p50).length * 2).toBeGreaterThanOrEqual(values.length);
      }),
    );
  });
});

it("the history inside a node is that of its own graph alone, and is kept as it is", () => {
  fc.assert(
    fc.property(past("map/check"), past("map/deep/check"), past("check"), (inside, deeper, outside) => {
      const all = [inside, deeper, outside];
      expect(historyInside(all, "map")).toEqual([{ ...inside, nodeId: "check" }]);
      expect(historyInside(all, "map/deep")).toEqual([{ ...deeper, nodeId: "check" }]);
      expect(historyInside(all, "check")).toEqual([]);
      expect(nodeHistorySchema.array().parse(JSON.parse(JSON.stringify(all)))).toEqual(all);
    }),
  );
});
