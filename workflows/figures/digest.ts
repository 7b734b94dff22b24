import type { RunView, Span } from "@/workflows/events/run-view";
import { type Amounts, addAmounts, noAmounts } from "./amounts";
import { type Place, pathsOf, pathText, placeOf } from "./place";
import { type WorkClock, workClock } from "./work-time";

/** One visit of a node, or one call, for the dashboards: numbers and names, nothing of what was said. */
export interface PlaceUse {
  spanId: string;
  place: Place;
  path: string;
  amounts: Amounts;
  /** From the start of a model call to its first token, milliseconds. */
  firstMs?: number;
}

/** What a run that has ended comes to. */
export interface RunDigest {
  amounts: Amounts;
  /** Work from the start to the first token, milliseconds; undefined: no token was streamed. */
  firstMs?: number;
  problem?: string;
  /** Whether it is known how long it worked. */
  isTimed: boolean;
  places: PlaceUse[];
}

/**
 * Counts a run. Tokens and money of a place are those of everything inside it, called runs included; the run's own are
 * those of its model calls alone, as called runs are counted by themselves.
 */
export function digestRun(view: RunView): RunDigest {
  const startedAt = view.startedAt ?? 0;
  const endedAt = view.endedAt ?? startedAt;
  const clock = workClock(view, endedAt);
  const workMs = clock.between(startedAt, endedAt);
  const spans = view.spans;
  const first = firstTokenAt(spans);
  const called = spans.filter(({ kind }) => kind === "model").map(used);
  return {
    amounts: {
      ...called.reduce(addAmounts, noAmounts),
      n: 1,
      errors: view.status === "error" || view.status === "timeout" ? 1 : 0,
      cancelled: view.status === "cancelled" ? 1 : 0,
      workMs,
      waitMs: endedAt - startedAt - workMs,
    },
    ...(first !== undefined && { firstMs: clock.between(startedAt, first) }),
    ...(view.problem && { problem: view.problem.code }),
    isTimed: true,
    places: usesOf(spans, clock, endedAt),
  };
}

function firstTokenAt(spans: readonly Span[]): number | undefined {
  const times = spans.flatMap(({ startedAt, firstTokenMs }) =>
    firstTokenMs === undefined ? [] : [startedAt + firstTokenMs],
  );
  return times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : undefined;
}

function usesOf(spans: readonly Span[], clock: WorkClock, endedAt: number): PlaceUse[] {
  const paths = pathsOf(spans);
  const parents = new Map(spans.map(({ id, parentId }) => [id, parentId]));
  const inside = new Map<string, Amounts>();
  for (const span of spans) {
    const amounts = used(span);
    for (let id: string | undefined = span.id; id !== undefined; id = parents.get(id)) {
      inside.set(id, addAmounts(inside.get(id) ?? noAmounts, amounts));
    }
  }
  return spans.flatMap((span): PlaceUse[] => {
    const place = placeOf(span);
    const path = paths.get(span.id) ?? [];
    const isTold = place && path.at(-1)?.name === place.name && path.at(-1)?.kind === place.kind;
    if (!isTold || span.pinned) return [];
    const workMs = clock.of(span);
    const amounts = {
      ...(inside.get(span.id) ?? noAmounts),
      n: 1,
      errors: span.status === "failed" ? 1 : 0,
      workMs,
      waitMs: (span.endedAt ?? endedAt) - span.startedAt - workMs,
    };
    return [
      {
        spanId: span.id,
        place,
        path: pathText(path),
        amounts,
        ...(span.firstTokenMs !== undefined && { firstMs: span.firstTokenMs }),
      },
    ];
  });
}

/** Tokens and money of a model call, or of the run that was called; nothing for what is neither. */
function used({ kind, usage, costMicros, kept, price, used: child }: Span): Partial<Amounts> {
  if (kind === "run" && child) {
    const { tokens, costMicros: micros, unknownCostCalls: unpriced } = child;
    return { input: tokens.input, output: tokens.output, cached: tokens.cached, micros, unpriced };
  }
  if (kind !== "model" || costMicros === undefined) return {};
  const perToken = price ? (price.input - (price.cachedInput ?? price.input)) / 1_000_000 : 0;
  return {
    input: usage?.input ?? 0,
    output: usage?.output ?? 0,
    cached: usage?.cached ?? 0,
    reasoning: usage?.reasoning ?? 0,
    micros: costMicros ?? 0,
    unpriced: costMicros === null ? 1 : 0,
    keptMicros: kept?.savedMicros ?? 0,
    cachedMicros: Math.max(0, Math.round((usage?.cached ?? 0) * perToken)),
  };
}
