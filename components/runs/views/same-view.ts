import type { RunColumn, RunListView } from "@/lib/api/contract/run-lists";
import { type RunOrder, runOrders } from "@/lib/api/contract/runs";
import { type FilterValues, isFilterKey } from "../filters/address";

/** The filters and the order that a view holds; names of filters that are not known here are left out. */
export function shownBy(view: RunListView): { filters: FilterValues; sort: RunOrder } {
  const { sort, ...named } = view.filters;
  const filters: FilterValues = {};
  for (const [name, value] of Object.entries(named)) if (isFilterKey(name)) filters[name] = value;
  return { filters, sort: runOrders.find((order) => order === sort) ?? "newest" };
}

/** What is shown, as a view keeps it. */
export function viewOf(filters: FilterValues, sort: RunOrder, columns: readonly RunColumn[]): RunListView {
  const named = Object.entries(filters).filter(([, value]) => value !== undefined);
  return {
    filters: { ...Object.fromEntries(named), ...(sort !== "newest" && { sort }) },
    columns: [...columns],
  };
}

/** Whether two views show the same; one without columns shows whatever somebody is used to. */
export function sameView(a: RunListView, b: RunListView): boolean {
  const columns = (view: RunListView) => view.columns?.toSorted().join(" ");
  return (
    filtersOf(a) === filtersOf(b) && (a.columns === null || b.columns === null || columns(a) === columns(b))
  );
}

function filtersOf(view: RunListView): string {
  const { filters, sort } = shownBy(view);
  return JSON.stringify([Object.entries(filters).toSorted(([a], [b]) => a.localeCompare(b)), sort]);
}
