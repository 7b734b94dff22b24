import type { RunView, Span } from "@/workflows/events/run-view";
import { type Interval, lengthOf, lengthWithin, minus, union } from "./intervals";

/** The clock of a run: it stands still while nothing is done but waiting for people, times or events from outside. */
export interface WorkClock {
  /** Milliseconds of work between two times. */
  between(from: number, to: number): number;
  /** Milliseconds of work in a span: what it waited itself, or something inside it, is no work either. */
  of(span: Span): number;
}

/**
 * Waiting for a called run is work: somebody does it. A wait that another branch works through takes no time away from
 * the run.
 */
export function workClock(view: RunView, endedAt: number): WorkClock {
  const waits = waitsBySpan(view, endedAt);
  const all = union([...waits.values()].flat());
  const still = all.length === 0 ? [] : minus(all, busy(view.spans, waits, endedAt));
  const stillWithin = lengthWithin(still);
  const between = (from: number, to: number) => Math.max(0, to - from) - stillWithin(from, to);
  return {
    between,
    of(span) {
      const own = waits.get(span.id);
      const to = span.endedAt ?? endedAt;
      const worked = between(span.startedAt, to);
      return own ? worked - lengthOf(minus(clipped(own, span.startedAt, to), still)) : worked;
    },
  };
}

/** Waits of each span, those of spans inside it included. */
function waitsBySpan({ interrupts, spans }: RunView, endedAt: number): Map<string, Interval[]> {
  const waits = new Map<string, Interval[]>();
  const parents = new Map(spans.map(({ id, parentId }) => [id, parentId]));
  for (const { spanId, startedAt, answeredAt, payload } of interrupts) {
    if (payload.kind === "child") continue;
    const wait: Interval = [startedAt, answeredAt ?? endedAt];
    for (let id: string | undefined = spanId; id !== undefined; id = parents.get(id)) {
      const known = waits.get(id);
      if (known) known.push(wait);
      else waits.set(id, [wait]);
    }
  }
  return waits;
}

/** When spans that have nothing inside them were at work. */
function busy(spans: readonly Span[], waits: ReadonlyMap<string, Interval[]>, endedAt: number): Interval[] {
  const parents = new Set(spans.map(({ parentId }) => parentId));
  return spans
    .filter(({ id }) => !parents.has(id))
    .flatMap(({ id, startedAt, endedAt: end = endedAt }) => minus([[startedAt, end]], waits.get(id) ?? []));
}

function clipped(intervals: readonly Interval[], from: number, to: number): Interval[] {
  return intervals.map(([start, end]) => [Math.max(start, from), Math.min(end, to)]);
}
