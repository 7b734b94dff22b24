import type { Span } from "../run-view";
import { type SpanTree, spanTree } from "./span-tree";

/** A stretch of time during which one span, and nothing below it, kept the run from ending. */
export interface PathStretch {
  spanId: string;
  from: number;
  to: number;
}

export interface CriticalPath {
  /** In order of time, never two at once. */
  stretches: PathStretch[];
  /** The same by span. */
  of: ReadonlyMap<string, readonly PathStretch[]>;
  /** Milliseconds of each span on the path, without what is below it. */
  own: ReadonlyMap<string, number>;
  /** Every span on the path, also those that only hold one that is. */
  on: ReadonlySet<string>;
  /** From the first start to the last end. */
  ms: number;
}

/**
 * Which spans determined when the run ended: going back from the end, always the one that ended last before what came
 * after it, and inside it the same again. Had one of them been faster, the run would have ended sooner.
 * @param now ends spans that are still open
 */
export function criticalPath(spans: readonly Span[], now: number): CriticalPath {
  const tree = spanTree(spans);
  const stretches: PathStretch[] = [];
  const on = new Set<string>();
  const end = spans.reduce((latest, span) => Math.max(latest, endOf(span, now)), Number.NEGATIVE_INFINITY);
  const begin = spans.reduce((first, span) => Math.min(first, span.startedAt), Number.POSITIVE_INFINITY);
  if (spans.length > 0) walk({ tree, now, stretches, on }, undefined, begin, end);
  stretches.reverse();
  const of = Map.groupBy(stretches, ({ spanId }) => spanId);
  const own = new Map(
    [...of].map(([id, its]) => [id, its.reduce((sum, { from, to }) => sum + to - from, 0)]),
  );
  return { stretches, of, own, on, ms: spans.length > 0 ? end - begin : 0 };
}

interface Walk {
  tree: SpanTree;
  now: number;
  stretches: PathStretch[];
  on: Set<string>;
}

/** From `end` back to `begin` inside a span, latest stretches first. What is between its children is its own. */
function walk(way: Walk, inside: string | undefined, begin: number, end: number): void {
  const { tree, now, stretches, on } = way;
  const latest = [...(tree.get(inside) ?? [])].sort((a, b) => endOf(b, now) - endOf(a, now));
  let cursor = end;
  const idle = (from: number) => {
    if (inside !== undefined && cursor > from) stretches.push({ spanId: inside, from, to: cursor });
  };
  for (const child of latest) {
    const to = Math.min(endOf(child, now), cursor);
    const from = Math.max(child.startedAt, begin);
    // It ended only after what came next had begun, so nothing waited for it; or it took no time. What ends a moment
    // after the span around it still is what that waited for.
    if ((endOf(child, now) > cursor && cursor !== end) || to <= from) continue;
    idle(to);
    on.add(child.id);
    walk(way, child.id, from, to);
    cursor = from;
  }
  idle(begin);
}

function endOf({ startedAt, endedAt }: Span, now: number): number {
  return Math.max(startedAt, endedAt ?? now);
}
