import type { InterruptView, Span } from "@/workflows/events/run-view";

/** A stretch of time, in milliseconds since the epoch. */
export interface Stretch {
  from: number;
  to: number;
}

/** When a run did nothing but wait for people: between a pause and the end of its visit, with no other work. */
export function waitsOf(
  spans: readonly Span[],
  interrupts: readonly Pick<InterruptView, "spanId" | "startedAt">[],
  now: number,
): Stretch[] {
  const pauses = interrupts.flatMap(({ spanId, startedAt }) => {
    const paused = spans.find(({ id }) => id === spanId);
    return paused ? [{ from: startedAt, to: paused.endedAt ?? now }] : [];
  });
  return merged(pauses).flatMap((pause) => without(pause, merged(workIn(spans, pause, now))));
}

/** What begins or ends during a pause is work beside it; what spans all of it waits, too. */
function workIn(spans: readonly Span[], { from, to }: Stretch, now: number): Stretch[] {
  return spans
    .map((span) => ({ from: span.startedAt, to: span.endedAt ?? now }))
    .filter((span) => (span.from > from && span.from < to) || (span.to > from && span.to < to));
}

function without(whole: Stretch, parts: readonly Stretch[]): Stretch[] {
  const rest: Stretch[] = [];
  let from = whole.from;
  for (const part of parts) {
    if (part.from > from) rest.push({ from, to: part.from });
    from = Math.max(from, part.to);
  }
  if (whole.to > from) rest.push({ from, to: whole.to });
  return rest;
}

/** Stretches in order, those that touch as one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}
