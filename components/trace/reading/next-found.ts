/**
 * Which of what was found comes next, round and round.
 * @param order ids of all spans in the order of the tree
 */
export function nextFound(
  order: readonly string[],
  found: ReadonlySet<string>,
  from: string | null,
  by: 1 | -1,
): string | undefined {
  const at = from === null ? (by === 1 ? -1 : 0) : order.indexOf(from);
  for (let step = 1; step <= order.length; step++) {
    const id = order[(at + by * step + order.length * 2) % order.length];
    if (id !== undefined && found.has(id)) return id;
  }
  return undefined;
}

/** The how manieth of what was found a span is, from 1; 0: it is none of it. */
export function placeAmong(order: readonly string[], found: ReadonlySet<string>, id: string | null): number {
  if (id === null || !found.has(id)) return 0;
  let place = 0;
  for (const each of order) {
    if (found.has(each)) place += 1;
    if (each === id) return place;
  }
  return 0;
}
