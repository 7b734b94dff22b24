import { type SpanTree, spanTree } from "../path/span-tree";
import type { Span } from "../run-view";
import { placeSeparator } from "../visit-place";

/** The same visit of the same node in two runs, or a visit that only one of them made. */
export interface AlignedVisit {
  /** Where and the how manieth: the same in both runs. */
  key: string;
  /** Graphs and lists that it stands in. */
  depth: number;
  a?: Span;
  b?: Span;
}

interface Visit {
  key: string;
  depth: number;
  span: Span;
}

/**
 * Puts the visits of two runs side by side, by node, by place inside lists and subgraphs, and by the number of the
 * visit. They come in the order of the first run; what only the second did stands after what it did before that.
 */
export function alignVisits(a: readonly Span[], b: readonly Span[]): AlignedVisit[] {
  const [first, second] = [visitsOf(a), visitsOf(b)];
  const inSecond = new Map(second.map((visit) => [visit.key, visit]));
  const inFirst = new Set(first.map(({ key }) => key));
  const added = addedAfter(second, inFirst);
  const rows = (visits: readonly Visit[] = []): AlignedVisit[] =>
    visits.map(({ key, depth, span }) => ({ key, depth, b: span }));
  return [
    ...rows(added.get(undefined)),
    ...first.flatMap(({ key, depth, span }) => {
      const other = inSecond.get(key);
      return [{ key, depth, a: span, ...(other && { b: other.span }) }, ...rows(added.get(key))];
    }),
  ];
}

/** Visits that only the second run made, by the last one before them that both made. */
function addedAfter(second: readonly Visit[], inFirst: ReadonlySet<string>) {
  const added = new Map<string | undefined, Visit[]>();
  let last: string | undefined;
  for (const visit of second) {
    if (inFirst.has(visit.key)) {
      last = visit.key;
      continue;
    }
    const known = added.get(last);
    if (known) known.push(visit);
    else added.set(last, [visit]);
  }
  return added;
}

/** Node visits in the order of the waterfall, each under a name that another run of the graph gives the same visit. */
function visitsOf(spans: readonly Span[]): Visit[] {
  const tree = spanTree(spans);
  const visits: Visit[] = [];
  collect({ tree, visits, times: new Map() }, undefined, [], 0);
  return visits;
}

interface Collecting {
  tree: SpanTree;
  visits: Visit[];
  times: Map<string, number>;
}

function collect(
  into: Collecting,
  parent: string | undefined,
  place: readonly string[],
  depth: number,
): void {
  for (const span of into.tree.get(parent) ?? []) {
    if (span.kind === "node") {
      const here = `${span.nodeId ?? span.name}#${span.visit ?? 1}`;
      const path = [...place, here];
      into.visits.push({ key: unique(into.times, path.join(placeSeparator)), depth, span });
      collect(into, span.id, path, depth + 1);
    } else if (span.kind === "item") {
      collect(into, span.id, [...place, `[${span.item?.index ?? 0}]`], depth);
    } else {
      collect(into, span.id, place, depth);
    }
  }
}

/** A trace of which the beginning is missing may have two of one name. */
function unique(times: Map<string, number>, key: string): string {
  const seen = times.get(key) ?? 0;
  times.set(key, seen + 1);
  return seen === 0 ? key : `${key}~${seen + 1}`;
}
