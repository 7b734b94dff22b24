import type { TextMatch } from "@/workflows/graph/text/find-text";
import { placeKey } from "@/workflows/graph/text/places";
import { nodeOf } from "./place-words";

/** The match `by` further, round the end; the first or the last one where none is chosen. */
export function stepped(count: number, at: number | null, by: 1 | -1): number | null {
  if (count === 0) return null;
  if (at === null) return by === 1 ? 0 : count - 1;
  return (at + by + count) % count;
}

/** The match after one that was just replaced: what the replacement itself brought is passed over. */
export function afterReplaced(
  matches: readonly TextMatch[],
  at: number,
  { place, start }: TextMatch,
  replacement: string,
): number | null {
  if (matches.length === 0) return null;
  const end = start + replacement.length;
  const key = placeKey(place);
  const next = matches.findIndex(
    (match, index) => index >= at && !(match.start < end && placeKey(match.place) === key),
  );
  return next === -1 ? 0 : next;
}

/** So many matches at each node. */
export function countsByNode(matches: readonly TextMatch[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { place } of matches) {
    const id = nodeOf(place);
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
