export interface Sort<Key extends string = string> {
  by: Key;
  direction: "asc" | "desc";
}

/** What a click on `column` makes of the order: a new column starts ascending, the same one turns round. */
export function nextSort<Key extends string>(sort: Sort<Key>, column: Key): Sort<Key> {
  const turn = sort.by === column && sort.direction === "asc";
  return { by: column, direction: turn ? "desc" : "asc" };
}

type Sortable = string | number | null | undefined;

/**
 * A sorted copy. Names sort as people read them ("v2" before "v10"); what has no value comes last in
 * either direction.
 */
export function sorted<Item, Key extends string>(
  items: readonly Item[],
  sort: Sort<Key>,
  read: Record<Key, (item: Item) => Sortable>,
): Item[] {
  const valueAt = read[sort.by];
  const sign = sort.direction === "asc" ? 1 : -1;
  return [...items].sort((a, b) => compare(valueAt(a), valueAt(b), sign));
}

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compare(a: Sortable, b: Sortable, sign: number): number {
  if (a == null) return b == null ? 0 : 1;
  if (b == null) return -1;
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  return sign * names.compare(String(a), String(b));
}
