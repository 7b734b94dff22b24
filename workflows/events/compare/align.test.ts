import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../run-view";
import { type AlignedVisit, alignVisits } from "./align";
import { differencesOf } from "./differences";
import { usedInVisits } from "./visit-use";

let clock = 0;
const visit = (nodeId: string, number = 1, more: Partial<Span> = {}): Span => {
  clock += 10;
  return {
    id: `${nodeId}#${number}-${clock}`,
    kind: "node",
    name: nodeId,
    nodeId,
    visit: number,
    status: "done",
    startedAt: clock,
    endedAt: clock + 5,
    ...more,
  };
};
const told = (rows: readonly AlignedVisit[]) =>
  rows.map(({ key, a, b }) => `${key} ${a ? "a" : "-"}${b ? "b" : "-"}`);

describe("two runs", () => {
  it("stand side by side by node and visit", () => {
    const a = [visit("ask"), visit("check"), visit("ask", 2)];
    const b = [visit("ask"), visit("check")];
    expect(told(alignVisits(a, b))).toEqual(["ask#1 ab", "check#1 ab", "ask#2 a-"]);
  });

  it("show what only the second did after what it did before", () => {
    const a = [visit("ask"), visit("end")];
    const b = [visit("first"), visit("ask"), visit("more"), visit("most"), visit("end")];
    expect(told(alignVisits(a, b))).toEqual(["first#1 -b", "ask#1 ab", "more#1 -b", "most#1 -b", "end#1 ab"]);
  });

  it("match entries of lists by their place, not by their time", () => {
    const run = (order: number[]) => {
      const map = visit("map");
      return [
        map,
        ...order.flatMap((index) => {
          const entry = visit("map", 1, { kind: "item", item: { index, count: 2 }, parentId: map.id });
          return [entry, visit("map/call", 1, { parentId: entry.id, output: index })];
        }),
      ];
    };
    const rows = alignVisits(run([0, 1]), run([1, 0]));
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(differencesOf(row)).toEqual([]);
  });

  it("differ in status, port, values and models, never in time", () => {
    const [row] = alignVisits(
      [visit("ask", 1, { port: "yes", output: { a: 1 } })],
      [visit("ask", 1, { port: "no", output: { a: 2 }, status: "failed", endedAt: 9_999_999 })],
    );
    expect(row && differencesOf(row, { a: ["gpt"], b: ["claude"] })).toEqual([
      "status",
      "port",
      "output",
      "model",
    ]);
  });

  it("say which of them alone made a visit", () => {
    const rows = alignVisits([visit("x")], [visit("y")]);
    expect(rows.map((row) => differencesOf(row))).toEqual([["only b"], ["only a"]]);
  });
});

it("what a visit used counts everything below it", () => {
  const outer = visit("outer");
  const inner = visit("outer/in", 1, { parentId: outer.id });
  const usage = { input: 5, output: 2, cached: 0, cacheWrites: 0, reasoning: 0 };
  const call = (costMicros: number | null, name: string): Span => ({
    ...visit("outer/in", 1, { kind: "model", parentId: inner.id, usage, costMicros, name }),
  });
  const use = usedInVisits([outer, inner, call(10, "gpt"), call(null, "own"), call(5, "gpt")]);
  expect(use(outer.id)).toEqual({ tokens: 21, costMicros: 15, unknownCalls: 1, models: ["gpt", "own"] });
  expect(use(inner.id)).toEqual(use(outer.id));
  expect(use("none").tokens).toBe(0);
});

const anyRun = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.nat(9)), { maxLength: 15 })
  .map((drawn) => {
    const visits = new Map<string, number>();
    const spans: Span[] = [];
    for (const [node, lot] of drawn) {
      const number = (visits.get(node) ?? 0) + 1;
      visits.set(node, number);
      const parent = lot > 6 ? spans[lot % Math.max(spans.length, 1)] : undefined;
      spans.push(visit(node, number, parent ? { parentId: parent.id } : {}));
    }
    return spans;
  });

it("shows every visit of both runs once, and keeps the order of the first", () => {
  fc.assert(
    fc.property(anyRun, anyRun, (a, b) => {
      const rows = alignVisits(a, b);
      const ids = (side: "a" | "b") => rows.flatMap((row) => row[side]?.id ?? []);
      expect(ids("a").sort()).toEqual(a.map(({ id }) => id).sort());
      expect(ids("b").sort()).toEqual(b.map(({ id }) => id).sort());
      const alone = alignVisits(a, []).map(({ key }) => key);
      expect(rows.flatMap((row) => (row.a ? [row.key] : []))).toEqual(alone);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    }),
  );
});

it("finds no difference between a run and itself, and the same ones the other way round", () => {
  fc.assert(
    fc.property(anyRun, anyRun, (a, b) => {
      for (const row of alignVisits(a, a)) expect(differencesOf(row)).toEqual([]);
      const pairs = (rows: AlignedVisit[]) => rows.flatMap((row) => (row.a && row.b ? [row.key] : [])).sort();
      expect(pairs(alignVisits(a, b))).toEqual(pairs(alignVisits(b, a)));
    }),
  );
});
