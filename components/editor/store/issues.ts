import type { Issue } from "@/workflows/graph/issue";

const none: readonly Issue[] = [];

type ByPlace = ReadonlyMap<string, readonly Issue[]>;
const byNode = new WeakMap<readonly Issue[], ByPlace>();
const byEdge = new WeakMap<readonly Issue[], ByPlace>();

/** Issues that sit at a node; the same array as long as they stay the same. */
export function issuesOfNode(issues: readonly Issue[], nodeId: string): readonly Issue[] {
  return indexed(byNode, issues, ({ path }) => path.nodeId).get(nodeId) ?? none;
}

/** Issues that sit at an edge; the same array as long as they stay the same. */
export function issuesOfEdge(issues: readonly Issue[], edgeId: string): readonly Issue[] {
  return indexed(byEdge, issues, ({ path }) => path.edgeId).get(edgeId) ?? none;
}

function indexed(
  known: WeakMap<readonly Issue[], ByPlace>,
  issues: readonly Issue[],
  placeOf: (issue: Issue) => string | undefined,
): ByPlace {
  const kept = known.get(issues);
  if (kept) return kept;
  const placed = issues.filter((issue) => placeOf(issue) !== undefined);
  const index = Map.groupBy(placed, (issue) => placeOf(issue) ?? "");
  known.set(issues, index);
  return index;
}

/**
 * The issues that were found, with those that are as before being the same objects, and the arrays of a node or edge
 * where nothing changed the same arrays: a card is drawn anew only when its own issues change.
 */
export function settleIssues(before: readonly Issue[], found: readonly Issue[]): readonly Issue[] {
  const old = new Map(before.map((issue) => [JSON.stringify(issue), issue]));
  const settled = found.map((issue) => old.get(JSON.stringify(issue)) ?? issue);
  if (isSame(before, settled)) return before;
  keepArrays(byNode, before, settled, ({ path }) => path.nodeId);
  keepArrays(byEdge, before, settled, ({ path }) => path.edgeId);
  return settled;
}

function keepArrays(
  known: WeakMap<readonly Issue[], ByPlace>,
  before: readonly Issue[],
  now: readonly Issue[],
  placeOf: (issue: Issue) => string | undefined,
): void {
  const old = indexed(known, before, placeOf);
  const entries = [...indexed(known, now, placeOf)].map(([place, issues]) => {
    const had = old.get(place);
    return [place, had && isSame(had, issues) ? had : issues] as const;
  });
  known.set(now, new Map(entries));
}

function isSame(one: readonly Issue[], other: readonly Issue[]): boolean {
  return one.length === other.length && one.every((issue, index) => issue === other[index]);
}

export function worstOf(issues: readonly Issue[]): Issue["severity"] | null {
  if (issues.some((issue) => issue.severity === "error")) return "error";
  return issues.length > 0 ? "warning" : null;
}
