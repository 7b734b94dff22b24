import type { Span } from "@/workflows/events/run-view";

export interface WaterfallRow {
  span: Span;
  depth: number;
  hasChildren: boolean;
}

/**
 * The rows whose children are hidden. Entries of a list begin folded, or a hundred of them would bury the rest.
 * @param turned those that a person folded or unfolded
 */
export function foldedOf(spans: readonly Span[], turned: ReadonlySet<string>): ReadonlySet<string> {
  const folded = spans.filter(({ id, kind }) => (kind === "item") !== turned.has(id));
  return new Set(folded.map(({ id }) => id));
}

/** Spans as indented rows in order of their start, without what folded parents hide. */
export function waterfallRows(spans: readonly Span[], folded: ReadonlySet<string>): WaterfallRow[] {
  const children = childrenByParent(spans);
  const rows: WaterfallRow[] = [];
  const visit = (parent: string | undefined, depth: number) => {
    for (const span of children.get(parent) ?? []) {
      const hasChildren = children.has(span.id);
      rows.push({ span, depth, hasChildren });
      if (!folded.has(span.id)) visit(span.id, depth + 1);
    }
  };
  visit(undefined, 0);
  return rows;
}

/** A span whose parent is unknown (not recorded, or not loaded) stands at the top. */
function childrenByParent(spans: readonly Span[]): Map<string | undefined, Span[]> {
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
