import type { Span } from "../run-view";

/** Spans below each span, and those at the top under `undefined`, in order of their start. */
export type SpanTree = ReadonlyMap<string | undefined, readonly Span[]>;

/** A span whose parent is unknown (not recorded, or not loaded) stands at the top. */
export function spanTree(spans: readonly Span[]): SpanTree {
  const known = new Set(spans.map((span) => span.id));
  const children = new Map<string | undefined, Span[]>();
  for (const span of spans) {
    const parent = span.parentId !== undefined && known.has(span.parentId) ? span.parentId : undefined;
    const siblings = children.get(parent);
    if (siblings) siblings.push(span);
    else children.set(parent, [span]);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => a.startedAt - b.startedAt);
  return children;
}

/** The spans around a span, innermost first. */
export function spansAround(byId: ReadonlyMap<string, Span>, id: string): string[] {
  const around: string[] = [];
  let parent = byId.get(id)?.parentId;
  while (parent !== undefined && byId.has(parent) && !around.includes(parent)) {
    around.push(parent);
    parent = byId.get(parent)?.parentId;
  }
  return around;
}
