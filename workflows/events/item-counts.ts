import type { NodeStatus, RunView, Span } from "./run-view";
import { roundOf } from "./visit-place";

export type ItemCounts = Record<NodeStatus, number> & { count: number };

/**
 * How far a node has come with the entries of its list, in its last visit; of one that goes through several lists at
 * once, within the entries of another, in all of them together. Undefined where it has begun none.
 */
export function itemCounts({ spans }: Pick<RunView, "spans">, nodeId: string): ItemCounts | undefined {
  const items = spans.filter((span) => span.kind === "item" && span.nodeId === nodeId);
  if (items.length === 0) return undefined;
  const last = lastRounds(items);
  const counts: ItemCounts = { count: 0, running: 0, done: 0, waiting: 0, failed: 0 };
  for (const round of last.values()) counts.count += round.count;
  for (const { id, status } of items) if (last.get(roundPlace(id))?.id === roundOf(id)) counts[status] += 1;
  return counts;
}

/** The last visit at each place. */
function lastRounds(items: readonly Span[]): Map<string, { id: string; visit: number; count: number }> {
  const last = new Map<string, { id: string; visit: number; count: number }>();
  for (const { id, visit = 1, item } of items) {
    const place = roundPlace(id);
    if ((last.get(place)?.visit ?? 0) < visit)
      last.set(place, { id: roundOf(id), visit, count: item?.count ?? 0 });
  }
  return last;
}

function roundPlace(itemSpanId: string): string {
  return itemSpanId.slice(0, itemSpanId.lastIndexOf("#"));
}
