import { spansAround } from "@/workflows/events/path/span-tree";
import type { Span } from "@/workflows/events/run-view";

export interface SpanFilter {
  /** Empty: every kind. */
  kinds: readonly Span["kind"][];
  /** Only what failed. */
  errors: boolean;
  /** Only what cost more than so many dollars. */
  costAbove: number | null;
}

export const noFilter: SpanFilter = { kinds: [], errors: false, costAbove: null };

/** How many of the filter's parts are set. */
export function filterCount({ kinds, errors, costAbove }: SpanFilter): number {
  return Number(kinds.length > 0) + Number(errors) + Number(costAbove !== null);
}

/** Micro-dollars of a model call or a called run; nothing else costs anything by itself. */
export function costOf({ costMicros, used }: Span): number {
  return costMicros ?? used?.costMicros ?? 0;
}

export function passes(span: Span, { kinds, errors, costAbove }: SpanFilter): boolean {
  if (kinds.length > 0 && !kinds.includes(span.kind)) return false;
  if (errors && span.status !== "failed") return false;
  return costAbove === null || costOf(span) > costAbove * 1_000_000;
}

/**
 * What a filter leaves: the spans that pass, what stands around them, and the one that is looked at, which stays in
 * sight whatever is filtered. Nothing where all are shown.
 */
export function leftBy(
  spans: readonly Span[],
  filter: SpanFilter,
  selectedId: string | null,
): { shown: ReadonlySet<string>; passing: number } | undefined {
  if (filterCount(filter) === 0) return undefined;
  const byId = new Map(spans.map((span) => [span.id, span]));
  const shown = new Set<string>();
  let passing = 0;
  for (const span of spans) {
    const passed = passes(span, filter);
    if (passed) passing += 1;
    if (!passed && span.id !== selectedId) continue;
    shown.add(span.id);
    for (const around of spansAround(byId, span.id)) shown.add(around);
  }
  return { shown, passing };
}
