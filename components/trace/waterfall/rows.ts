import { type SpanTree, spanTree } from "@/workflows/events/path/span-tree";
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

/** What is to be turned so that every span is unfolded, or every one folded. */
export function turnedFor(spans: readonly Span[], to: "open" | "closed"): ReadonlySet<string> {
  const turned = spans.filter(({ kind }) => (kind === "item") === (to === "open"));
  return new Set(turned.map(({ id }) => id));
}

interface Shown {
  /** Ids of the spans to show; absent: all. */
  only?: ReadonlySet<string> | undefined;
  tree?: SpanTree;
}

/** Spans as indented rows in order of their start, without what folded parents hide. */
export function waterfallRows(
  spans: readonly Span[],
  folded: ReadonlySet<string>,
  { only, tree = spanTree(spans) }: Shown = {},
): WaterfallRow[] {
  const rows: WaterfallRow[] = [];
  const below = (parent: string | undefined) => {
    const children = tree.get(parent) ?? [];
    return only ? children.filter(({ id }) => only.has(id)) : children;
  };
  const visit = (parent: string | undefined, depth: number) => {
    for (const span of below(parent)) {
      const hasChildren = only ? below(span.id).length > 0 : tree.has(span.id);
      rows.push({ span, depth, hasChildren });
      if (hasChildren && !folded.has(span.id)) visit(span.id, depth + 1);
    }
  };
  visit(undefined, 0);
  return rows;
}
