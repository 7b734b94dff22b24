import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyView } from "@/workflows/events/project";
import type { RunView, Span } from "@/workflows/events/run-view";
import { workClock } from "./work-time";

const last = 60;

const span = (id: string, parentId: string | undefined, startedAt: number, endedAt: number): Span => ({
  id,
  ...(parentId !== undefined && { parentId }),
  kind: "node",
  name: id,
  status: "done",
  startedAt,
  endedAt,
});

const wait = (spanId: string, startedAt: number, answeredAt: number): RunView["interrupts"][number] => ({
  id: `${spanId}:${startedAt}`,
  nodeId: spanId,
  visit: 1,
  spanId,
  payload: { message: "Go on?", answers: [], allowText: true },
  startedAt,
  answeredAt,
});

const time = fc.nat(last);
const stretch = fc.tuple(time, time).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
/** A run in which one node holds some others, and any of them may wait. */
const views = fc.array(fc.tuple(fc.boolean(), stretch, fc.array(stretch, { maxLength: 3 }))).map((parts) => ({
  ...emptyView("run"),
  startedAt: 0,
  endedAt: last,
  spans: [
    span("outer", undefined, 0, last),
    ...parts.map(([isInside, [from, to]], at) => span(`n${at}`, isInside ? "outer" : undefined, from, to)),
  ],
  interrupts: parts.flatMap(([, [from, to], waits], at) =>
    waits
      .map(([start, end]) => [Math.max(start, from), Math.min(end, to)] as const)
      .filter(([start, end]) => start < end)
      .map(([start, end]) => wait(`n${at}`, start, end)),
  ),
}));

/** The same, told moment by moment. */
function slowly(view: RunView) {
  const parents = new Set(view.spans.map(({ parentId }) => parentId));
  const isOf = (id: string, spanId: string) =>
    id === spanId || view.spans.some((each) => each.id === spanId && each.parentId === id);
  const waits = (id: string, at: number) =>
    view.interrupts.some(
      ({ spanId, startedAt, answeredAt = last }) => isOf(id, spanId) && startedAt <= at && at < answeredAt,
    );
  const isBusy = (at: number) =>
    view.spans.some(
      ({ id, startedAt, endedAt = last }) =>
        !parents.has(id) && startedAt <= at && at < endedAt && !waits(id, at),
    );
  const isStill = (at: number) => view.interrupts.some(({ spanId }) => waits(spanId, at)) && !isBusy(at);
  const count = (from: number, to: number, isWork: (at: number) => boolean) =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at).filter(isWork).length;
  return {
    between: (from: number, to: number) => count(from, to, (at) => !isStill(at)),
    of: ({ id, startedAt, endedAt = last }: Span) =>
      count(startedAt, endedAt, (at) => !isStill(at) && !waits(id, at)),
  };
}

describe("the clock of a run", () => {
  it("counts what a look at every moment counts", () => {
    fc.assert(
      fc.property(views, time, time, (view, from, to) => {
        const [clock, slow] = [workClock(view, last), slowly(view)];
        expect(clock.between(from, to)).toBe(slow.between(from, to));
        for (const each of view.spans) expect([each.id, clock.of(each)]).toEqual([each.id, slow.of(each)]);
      }),
    );
  });

  it("takes no longer for each span where there are many, beside somebody who waits", () => {
    const spans = Array.from({ length: 30_000 }, (_, at) => span(`n${at}`, undefined, at * 2, at * 2 + 1));
    const view = { ...emptyView("run"), spans: [span("asks", undefined, 0, 60_000), ...spans] };
    const began = performance.now();
    const clock = workClock({ ...view, interrupts: [wait("asks", 0, 60_000)] }, 60_000);
    const worked = view.spans.map((each) => clock.of(each));
    expect(worked).toEqual([0, ...spans.map(() => 1)]);
    // Some minutes where each span goes through all the others.
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
