"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { matches } from "@/components/ui/matches";
import { type Sort, sorted } from "@/components/ui/sort";

type Sortable = string | number | null | undefined;

interface Options<Item, Key extends string> {
  /** How each column is read for sorting. */
  columns: Record<Key, (item: Item) => Sortable>;
  /** The order before anybody chose one. */
  start: Sort<NoInfer<Key>>;
  /** What the search looks into. */
  text: (item: Item) => (string | null | undefined)[];
  /** Keeps two lists of one page apart in the address. */
  prefix?: string;
}

/** Search and order of a list that is loaded whole. Both live in the address. */
export function useListState<Item, Key extends string>({
  columns,
  start,
  text,
  prefix = "",
}: Options<Item, Key>) {
  // The keys of the record are exactly its type's.
  const keys = Object.keys(columns) as Key[];
  const [{ search, by, direction }, set] = useQueryStates(
    {
      search: parseAsString.withDefault("").withOptions({ throttleMs: 300 }),
      by: parseAsStringLiteral(keys).withDefault(start.by),
      direction: parseAsStringLiteral(["asc", "desc"]).withDefault(start.direction),
    },
    {
      urlKeys: { search: `${prefix}q`, by: `${prefix}sort`, direction: `${prefix}dir` },
      history: "replace",
    },
  );
  // nuqs leaves the null of a missing value in the type although the default fills it.
  const sort: Sort<Key> = { by: by ?? start.by, direction };
  return {
    search,
    setSearch: (value: string) => void set({ search: value || null }),
    sort,
    setSort: (next: Sort<Key>) => void set(next),
    /** The items that match, in order. */
    arrange: (items: readonly Item[]) =>
      sorted(
        items.filter((item) => matches(search, ...text(item))),
        sort,
        columns,
      ),
  };
}
