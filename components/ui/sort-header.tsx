"use client";

import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { nextSort, type Sort } from "./sort";
import { TableHeader } from "./table";

interface SortHeaderProps<Key extends string> {
  column: Key;
  sort: Sort<Key>;
  onSort: (sort: Sort<Key>) => void;
  children: ReactNode;
  className?: string;
}

/** A column's head that sorts by it; a second click turns the order round. */
export function SortHeader<Key extends string>({
  column,
  sort,
  onSort,
  children,
  className,
}: SortHeaderProps<Key>) {
  const active = sort.by === column;
  const ascending = sort.direction === "asc";
  const Arrow = active ? (ascending ? ArrowUp : ArrowDown) : ChevronsUpDown;
  return (
    <TableHeader aria-sort={active ? (ascending ? "ascending" : "descending") : "none"} className={className}>
      <button
        type="button"
        onClick={() => onSort(nextSort(sort, column))}
        className={cn(
          "-mx-1.5 inline-flex h-7 items-center gap-1 rounded-sm px-1.5 hover:text-foreground pointer-coarse:h-11",
          active && "text-foreground",
        )}
      >
        {children}
        <Arrow aria-hidden className={cn("size-3.5", !active && "opacity-50")} />
      </button>
    </TableHeader>
  );
}
