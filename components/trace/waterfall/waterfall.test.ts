import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "@/workflows/events/run-view";
import { foldedOf, waterfallRows } from "./rows";
import { barOf, scaleOf, ticksOf } from "./scale";
import { waitsOf } from "./waits";

const span = (id: string, startedAt: number, endedAt?: number, parentId?: string): Span => ({
  id,
  kind: "node",
  name: id,
  status: "done",
  startedAt,
  endedAt,
  parentId,
});

describe("rows", () => {
  const spans = [span("b", 20, 30), span("a", 0, 10), span("call", 2, 8, "a"), span("tool", 3, 4, "call")];

  it("indents children under their parent, in order of start", () => {
    expect(waterfallRows(spans, new Set()).map((row) => [row.span.id, row.depth])).toEqual([
      ["a", 0],
      ["call", 1],
      ["tool", 2],
      ["b", 0],
    ]);
  });

  it("folds the entries of lists until a person unfolds them, and nothing else", () => {
    const entry: Span = { ...span("entry", 3, 4, "a"), kind: "item", item: { index: 0, count: 1 } };
    const held = [...spans, entry, span("in", 3, 4, "entry")];
    expect([...foldedOf(held, new Set())]).toEqual(["entry"]);
    expect([...foldedOf(held, new Set(["entry", "a"]))]).toEqual(["a"]);
  });

  it("hides what a folded parent holds", () => {
    const rows = waterfallRows(spans, new Set(["a"]));
    expect(rows.map((row) => [row.span.id, row.hasChildren])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });

  it("keeps a span whose parent is not there", () => {
    expect(waterfallRows([span("lost", 0, 1, "gone")], new Set())).toHaveLength(1);
  });
});

describe("scale", () => {
  it("measures open spans up to now", () => {
    expect(scaleOf([span("a", 100, 200), span("b", 150)], 400)).toMatchObject({ from: 100, length: 300 });
  });

  it("keeps every bar inside the axis and visible", () => {
    const times = fc.record({
      start: fc.integer({ min: 0, max: 1e6 }),
      ms: fc.integer({ min: 0, max: 1e6 }),
    });
    fc.assert(
      fc.property(fc.array(times, { minLength: 1, maxLength: 30 }), (list) => {
        const spans = list.map(({ start, ms }, index) => span(`s${index}`, start, start + ms));
        const waits = list.map(({ start, ms }) => ({ from: start + ms, to: start + 9 * ms }));
        const scale = scaleOf(spans, 0, disjoint(waits));
        for (const each of spans) {
          const { left, width } = barOf(each, scale, 0);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(width).toBeGreaterThan(0);
          expect(left + width).toBeLessThanOrEqual(100.0001);
        }
      }),
    );
  });

  it.each([1, 7, 99, 1_000, 12_345, 3_600_000])("puts 3 to 8 marks on %i ms", (length) => {
    const ticks = ticksOf(scaleOf([span("a", 0, length)], 0));
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    expect(ticks.length).toBeLessThanOrEqual(8);
    expect(Math.max(...ticks.map(({ ms }) => ms))).toBeLessThanOrEqual(length);
  });
});

describe("waits", () => {
  const hours = 3_600_000;
  const pause = { spanId: "review", startedAt: 1_000 };
  const node = (id: string, startedAt: number, endedAt?: number): Span => ({
    ...span(id, startedAt, endedAt),
    nodeId: id,
    visit: 1,
  });

  it("run from the pause to the end of its visit, without the work beside it", () => {
    const spans = [node("review", 900, 10_000), node("other", 500, 3_000), node("after", 10_000, 12_000)];
    expect(waitsOf(spans, [pause], 0)).toEqual([{ from: 3_000, to: 10_000 }]);
  });

  it("last until now while nobody has answered", () => {
    expect(waitsOf([node("review", 900)], [pause], 5_000)).toEqual([{ from: 1_000, to: 5_000 }]);
  });

  it("are one where two overlap, and none where the paused visit is not known", () => {
    const two = [pause, { spanId: "legal", startedAt: 2_000 }];
    expect(waitsOf([node("review", 900, 4_000), node("legal", 900, 8_000)], two, 0)).toEqual([
      { from: 4_000, to: 8_000 },
    ]);
    expect(waitsOf([node("write", 0, 900)], [pause], 0)).toEqual([]);
  });

  it("of hours leave the bars around them their size", () => {
    const spans = [
      node("write", 0, 1_000),
      node("review", 1_000, 1_000 + hours),
      node("send", 1_000 + hours, 2_000 + hours),
    ];
    const scale = scaleOf(spans, 0, waitsOf(spans, [pause], 0));
    const [write, review, send] = spans.map((each) => barOf(each, scale, 0));
    expect(write).toMatchObject({ left: 0, width: 43 });
    expect(review).toMatchObject({ left: 43, width: 14 });
    expect(send).toMatchObject({ left: 57, width: 43 });
    expect(ticksOf(scale).map(({ ms, sinceBreak }) => [ms, sinceBreak])).toEqual([
      [0, false],
      [500, false],
      [1_000, false],
      [0, true],
      [500, true],
      [1_000, true],
    ]);
  });

  it("no longer than the work are drawn true to scale", () => {
    const spans = [node("write", 0, 9_000), node("review", 9_000, 12_000)];
    const wait = waitsOf(spans, [{ ...pause, startedAt: 9_000 }], 0);
    expect(scaleOf(spans, 0, wait).pieces.map(({ isBreak }) => isBreak)).toEqual([false]);
  });
});

/** Those that begin after the last kept one has ended. */
function disjoint(stretches: { from: number; to: number }[]) {
  let end = Number.NEGATIVE_INFINITY;
  return stretches
    .toSorted((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      const apart = from >= end && to > from;
      if (apart) end = to;
      return apart;
    });
}
