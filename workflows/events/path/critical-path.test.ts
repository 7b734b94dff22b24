import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../run-view";
import { criticalPath } from "./critical-path";

const span = (id: string, startedAt: number, endedAt?: number, parentId?: string): Span => ({
  id,
  kind: "node",
  name: id,
  status: endedAt === undefined ? "running" : "done",
  startedAt,
  ...(endedAt !== undefined && { endedAt }),
  ...(parentId && { parentId }),
});
const told = (spans: Span[], now = 1_000) =>
  criticalPath(spans, now).stretches.map(({ spanId, from, to }) => `${spanId} ${from}-${to}`);

describe("the critical path", () => {
  it("of spans one after the other is all of them", () => {
    expect(told([span("a", 0, 10), span("b", 10, 30)])).toEqual(["a 0-10", "b 10-30"]);
  });

  it("of branches beside each other is the slower one", () => {
    expect(told([span("fast", 0, 10), span("slow", 0, 40), span("join", 40, 50)])).toEqual([
      "slow 0-40",
      "join 40-50",
    ]);
  });

  it("goes into a span, and leaves it what is its own", () => {
    expect(told([span("node", 0, 100), span("model", 10, 60, "node"), span("tool", 60, 90, "node")])).toEqual(
      ["node 0-10", "model 10-60", "tool 60-90", "node 90-100"],
    );
  });

  it("counts what ends a moment after the span around it", () => {
    expect(told([span("node", 0, 100), span("model", 10, 101, "node")])).toEqual([
      "node 0-10",
      "model 10-100",
    ]);
  });

  it("of a run that goes on ends now", () => {
    expect(told([span("a", 0, 10), span("b", 10)], 70)).toEqual(["a 0-10", "b 10-70"]);
  });

  it("leaves out the time in which nothing ran", () => {
    const path = criticalPath([span("a", 0, 10), span("b", 30, 40)], 0);
    expect(path.own).toEqual(
      new Map([
        ["a", 10],
        ["b", 10],
      ]),
    );
    expect(path.ms).toBe(40);
  });

  it("of nothing is nothing", () => {
    expect(criticalPath([], 5)).toMatchObject({ stretches: [], ms: 0 });
  });
});

const anySpans = fc
  .array(fc.tuple(fc.nat(200), fc.nat(100), fc.nat(30)), { maxLength: 30 })
  .map((drawn) =>
    drawn.map(([start, ms, parent], at) =>
      span(`s${at}`, start, start + ms, at > 0 && parent % 3 > 0 ? `s${parent % at}` : undefined),
    ),
  );

it("never counts a moment twice, and each span only while it runs", () => {
  fc.assert(
    fc.property(anySpans, (spans) => {
      const { stretches, own, ms } = criticalPath(spans, 0);
      for (const [at, stretch] of stretches.entries()) {
        expect(stretch.to).toBeGreaterThan(stretch.from);
        expect(stretch.from).toBeGreaterThanOrEqual(stretches[at - 1]?.to ?? Number.NEGATIVE_INFINITY);
        const it = spans.find(({ id }) => id === stretch.spanId);
        expect(it?.startedAt).toBeLessThanOrEqual(stretch.from);
        expect(it?.endedAt).toBeGreaterThanOrEqual(stretch.to);
      }
      const total = [...own.values()].reduce((sum, each) => sum + each, 0);
      expect(total).toBeLessThanOrEqual(ms);
    }),
  );
});

it("ends where the run ends, and holds all spans around those on it", () => {
  fc.assert(
    fc.property(anySpans, (spans) => {
      const { stretches, on } = criticalPath(spans, 0);
      for (const { spanId } of stretches) expect(on.has(spanId)).toBe(true);
      const tops = spans.filter(({ parentId }) => parentId === undefined);
      const end = Math.max(...spans.map(({ endedAt }) => endedAt ?? 0));
      const isLast = tops.some(({ startedAt, endedAt }) => endedAt === end && startedAt < end);
      fc.pre(isLast);
      expect(stretches.at(-1)?.to).toBe(end);
    }),
  );
});
