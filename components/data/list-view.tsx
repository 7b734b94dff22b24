"use client";

import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SearchField } from "@/components/ui/search-field";
import { SkeletonRows } from "@/components/ui/skeleton";

interface ListViewProps<Item> {
  query: {
    data: { items: readonly Item[] } | undefined;
    error: Error | null;
    isFetching: boolean;
    refetch: () => unknown;
  };
  /** From useListState. */
  list: {
    search: string;
    setSearch: (search: string) => void;
    arrange: (items: readonly Item[]) => Item[];
  };
  /** What the list holds, in the plural: agents. */
  noun: string;
  /** What stands there while there is nothing at all. */
  empty: ReactNode;
  /** Beside the search: an order, a filter. */
  tools?: ReactNode;
  /** The rows. */
  children: (items: Item[]) => ReactNode;
  /** Draws no box around the rows: they stand in one already, such as a card. */
  bare?: boolean;
}

/** A list in all its states: loading, failed, empty, searched without a match, and full. */
export function ListView<Item>({ query, list, noun, empty, tools, children, bare }: ListViewProps<Item>) {
  const box = bare ? "border-t" : "overflow-hidden rounded-lg border bg-card";
  if (query.error && !query.data) {
    return (
      <ErrorState
        title={`The ${noun} could not be loaded`}
        error={query.error}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  if (!query.data) {
    return (
      <div className={box}>
        <SkeletonRows rows={4} label={`Loading ${noun}`} />
      </div>
    );
  }
  if (query.data.items.length === 0) return empty;
  const items = list.arrange(query.data.items);
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className={cn("flex flex-wrap gap-2", bare && "px-4")}>
        <SearchField
          label={`Search ${noun}`}
          value={list.search}
          onValueChange={list.setSearch}
          className="min-w-44 flex-1 sm:max-w-72"
        />
        {tools}
      </div>
      {items.length > 0 ? (
        <div className={box}>{children(items)}</div>
      ) : (
        <EmptyState
          icon={SearchX}
          title={`Nothing matches “${list.search}”`}
          action={<Button onClick={() => list.setSearch("")}>Clear search</Button>}
        >
          None of the {noun} has these words.
        </EmptyState>
      )}
    </div>
  );
}
