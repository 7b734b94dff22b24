import type { Adjacency } from "./adjacency";

/** Nodes that can be reached from these, themselves included. */
export function reachableFrom(adjacency: Adjacency, starts: Iterable<string>): Set<string> {
  return closure(starts, (id) => adjacency.from(id).map((link) => link.target));
}

/** Nodes from which one of these can be reached, themselves included. */
export function reaching(adjacency: Adjacency, ends: Iterable<string>): Set<string> {
  return closure(ends, (id) => adjacency.into(id).map((link) => link.source));
}

function closure(starts: Iterable<string>, next: (id: string) => string[]): Set<string> {
  const seen = new Set(starts);
  // A Set grows while it is walked, so this is the whole breadth-first search.
  for (const id of seen) for (const other of next(id)) seen.add(other);
  return seen;
}
