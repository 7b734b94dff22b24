"use client";

import { Select } from "./select";
import type { Sort } from "./sort";

interface SortSelectProps<Key extends string> {
  options: readonly { sort: Sort<Key>; label: string }[];
  sort: Sort<Key>;
  onSort: (sort: Sort<Key>) => void;
  className?: string;
}

/** The order of a list where its columns have no room for heads: on a phone. */
export function SortSelect<Key extends string>({ options, sort, onSort, className }: SortSelectProps<Key>) {
  return (
    <Select
      aria-label="Sort by"
      className={className}
      value={nameOf(sort)}
      options={options.map((option) => ({ value: nameOf(option.sort), label: option.label }))}
      onValueChange={(name) => {
        const chosen = options.find((option) => nameOf(option.sort) === name);
        if (chosen) onSort(chosen.sort);
      }}
    />
  );
}

const nameOf = (sort: Sort) => `${sort.by} ${sort.direction}`;
