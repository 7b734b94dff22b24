import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Amounts, addAmounts, amountNames, noAmounts } from "./amounts";
import { type FlameNode, foldFlame, type PlaceTotal } from "./flame";
import { bucketOf, middleOf, percentile } from "./histogram";
import { lengthOf, minus, union } from "./intervals";
import { pathText, placeKinds, readPath } from "./place";

const amounts: fc.Arbitrary<Amounts> = fc
  .record(Object.fromEntries(amountNames.map((name) => [name, fc.nat(1_000_000)])))
  .map((given) => addAmounts(noAmounts, given));
const place = fc.record({ kind: fc.constantFrom(...placeKinds), name: fc.string({ maxLength: 4 }) });
const path = fc.array(place, { minLength: 1, maxLength: 4 });

describe("amounts", () => {
  it("add up the same in any order and in any groups", () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 6 }), fc.nat(6), (list, at) => {
        const sum = (parts: readonly Amounts[]) => parts.reduce(addAmounts, noAmounts);
        const all = sum(list);
        expect(sum(list.toReversed())).toEqual(all);
        expect(addAmounts(sum(list.slice(0, at)), sum(list.slice(at)))).toEqual(all);
        for (const name of amountNames)
          expect(all[name]).toBe(list.reduce((total, part) => total + part[name], 0));
      }),
    );
  });
});

describe("the flame view", () => {
  const totals = fc.array(fc.record({ path, amounts }), { maxLength: 8 });
  const all = (nodes: readonly FlameNode[]): FlameNode[] =>
    nodes.flatMap((node) => [node, ...all(node.inside)]);

  it("holds everything that it was given, once, at its place", () => {
    fc.assert(
      fc.property(totals, (list) => {
        const nodes = all(foldFlame(list));
        const sums = new Map<string, Amounts>();
        for (const { path: at, amounts: part } of list) {
          sums.set(pathText(at), addAmounts(sums.get(pathText(at)) ?? noAmounts, part));
        }
        for (const [text, sum] of sums) {
          expect(nodes.filter((node) => node.path === text).map((node) => node.amounts)).toEqual([sum]);
        }
        expect(new Set(nodes.map((node) => node.path)).size).toBe(nodes.length);
      }),
    );
  });

  it("has no bar that is narrower than what stands inside it, nor one of less than nothing", () => {
    fc.assert(
      fc.property(totals, (list) => {
        for (const node of all(foldFlame(list))) {
          const [ms, micros] = [
            node.inside.reduce((sum, each) => sum + each.msWidth, 0),
            node.inside.reduce((sum, each) => sum + each.microsWidth, 0),
          ];
          expect(node.msWidth).toBe(node.ownMs + ms);
          expect(node.microsWidth).toBe(node.ownMicros + micros);
          expect(Math.min(node.ownMs, node.ownMicros)).toBeGreaterThanOrEqual(0);
          expect(node.msWidth).toBeGreaterThanOrEqual(node.amounts.workMs);
        }
      }),
    );
  });

  it("is the same whatever comes first", () => {
    fc.assert(
      fc.property(totals, (list: PlaceTotal[]) => {
        const shape = (nodes: readonly FlameNode[]) =>
          new Map(all(nodes).map((node) => [node.path, node.msWidth]));
        expect(shape(foldFlame(list.toReversed()))).toEqual(shape(foldFlame(list)));
      }),
    );
  });
});

describe("percentiles", () => {
  const histogram = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 228 }), fc.integer({ min: 1, max: 50 })), { minLength: 1 })
    .map((entries) => new Map(entries));
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it("never go down as the share goes up, and lie between the least and the most", () => {
    fc.assert(
      fc.property(histogram, share, share, (counts, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const values = [0, low, high, 1].map((part) => percentile(counts, part) ?? Number.NaN);
        expect(values).toEqual(values.toSorted((a, b) => a - b));
        expect(values[0]).toBe(middleOf(Math.min(...counts.keys())));
        expect(values[3]).toBe(middleOf(Math.max(...counts.keys())));
      }),
    );
  });

  it("stay where they are when all is counted twice", () => {
    fc.assert(
      fc.property(histogram, share, (counts, part) => {
        const twice = new Map([...counts].map(([bucket, count]) => [bucket, count * 2]));
        expect(
          Math.abs((percentile(twice, part) ?? 0) - (percentile(counts, part) ?? 0)),
        ).toBeLessThanOrEqual(nextTo(counts, part));
        expect(percentile(twice, 0.5)).toBe(percentile(counts, 0.5));
      }),
    );
  });

  it("stand for buckets that hold their own middle", () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 220 }), (bucket) => {
        expect(Math.abs(bucketOf(middleOf(bucket)) - bucket)).toBeLessThanOrEqual(1);
      }),
    );
    for (const odd of [-5, 0, 0.2, Number.MAX_VALUE]) expect(Number.isSafeInteger(bucketOf(odd))).toBe(true);
  });
});

/** How far the next rank may lie from the one of a share: what a rounding up may skip. */
function nextTo(counts: ReadonlyMap<number, number>, part: number): number {
  const all = [...counts]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([bucket, count]) => Array(count).fill(middleOf(bucket)));
  const rank = Math.max(1, Math.ceil(part * all.length)) - 1;
  return Math.abs((all[rank] ?? 0) - (all[Math.max(0, rank - 1)] ?? 0));
}

describe("stretches of time", () => {
  const interval = fc.tuple(fc.nat(100), fc.nat(100));
  const intervals = fc.array(interval, { maxLength: 8 });
  const holds = (list: readonly (readonly [number, number])[], at: number) =>
    list.some(([from, to]) => at >= from && at < to);

  it("as one hold each moment that one of them held, in order and apart", () => {
    fc.assert(
      fc.property(intervals, fc.nat(100), (list, at) => {
        const one = union(list);
        expect(holds(one, at)).toBe(holds(list, at));
        for (const [index, [from, to]] of one.entries()) {
          expect(to).toBeGreaterThan(from);
          expect(from).toBeGreaterThan(one[index - 1]?.[1] ?? -1);
        }
        expect(union(one)).toEqual(one);
      }),
    );
  });

  it("less others hold what the others do not", () => {
    fc.assert(
      fc.property(intervals, intervals, fc.nat(100), (list, taken, at) => {
        expect(holds(minus(list, taken), at)).toBe(holds(list, at) && !holds(taken, at));
        expect(lengthOf(minus(list, taken)) + lengthOf(taken)).toBe(lengthOf([...list, ...taken]));
      }),
    );
  });
});

it("a path is read back as it was, whatever its places are called", () => {
  fc.assert(
    fc.property(path, (places) => {
      expect(readPath(pathText(places))).toEqual(places);
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = readPath(text);
      expect(read === undefined || readPath(pathText(read))?.length === read.length).toBe(true);
    }),
  );
});
