import type { ComponentType } from "react";
import type { FilterChange, FilterKey, FilterValues } from "./address";

export interface FilterControlProps {
  values: FilterValues;
  /** What is wrong with a value, to be said at its field. */
  wrong: Partial<Record<FilterKey, string>>;
  set: (change: FilterChange) => void;
}

/** One way to narrow a list of runs. A new one is a file of its own and a line in the registry. */
export interface RunFilter {
  /** Its names in the address, in saved lists and, but for `agent`, in the API. */
  keys: readonly [FilterKey, ...FilterKey[]];
  label: string;
  /** In the panel; what has none there stands above the list. */
  Control?: ComponentType<FilterControlProps>;
  /** What is chosen, in a few words, for its chip. */
  Words: ComponentType<{ values: FilterValues }>;
}
