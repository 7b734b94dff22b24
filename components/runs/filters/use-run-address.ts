"use client";

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import { type RunColumn, runColumns } from "@/lib/api/contract/run-lists";
import { type RunOrder, runOrders } from "@/lib/api/contract/runs";
import { type FilterChange, type FilterKey, type FilterValues, filterKeys } from "./address";

const words = parseAsString.withOptions({ throttleMs: 300 });
// Object.fromEntries forgets its keys, which are those of the list.
const filterParsers = Object.fromEntries(filterKeys.map((key) => [key, words])) as Record<
  FilterKey,
  typeof words
>;
const parsers = {
  ...filterParsers,
  sort: parseAsStringLiteral(runOrders).withDefault("newest"),
  /** The saved list that was chosen. */
  view: parseAsString,
  /** Columns where they differ from that list's own. */
  columns: parseAsArrayOf(parseAsStringLiteral(runColumns)),
};
const noFilter: Record<FilterKey, null> = Object.assign({}, ...filterKeys.map((key) => ({ [key]: null })));

/** All that a list of runs is asked for stands in the address, so that it can be sent around. */
export function useRunAddress(agentId: string | undefined) {
  const [{ sort, view, columns, ...inAddress }, set] = useQueryStates(parsers);
  const key = JSON.stringify(inAddress);
  const filters = useMemo(() => {
    const values: Record<FilterKey, string | null> = JSON.parse(key);
    const named = filterKeys.filter((name) => values[name] && !(agentId && name === "agent"));
    const chosen: FilterValues = Object.fromEntries(named.map((name) => [name, values[name]]));
    return chosen;
  }, [key, agentId]);
  const setFilters = useCallback((change: FilterChange) => void set(change), [set]);
  const setSort = useCallback((to: RunOrder) => void set({ sort: to }), [set]);
  const setColumns = useCallback((to: RunColumn[] | null) => void set({ columns: to }), [set]);
  const clear = useCallback(() => void set({ ...noFilter, view: null, columns: null }), [set]);
  /** Shows what a saved list shows; the filters that it has not go. */
  const open = useCallback(
    (id: string | null, to: FilterValues, order: RunOrder) =>
      void set({ ...noFilter, ...to, sort: order, view: id, columns: null }),
    [set],
  );
  return { filters, sort, view, columns, setFilters, setSort, setColumns, clear, open };
}
export type RunAddress = ReturnType<typeof useRunAddress>;
