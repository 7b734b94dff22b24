"use client";

import { AnySelect } from "@/components/filters/any-select";
import { type AskedStatus, askedStatuses } from "@/workflows/events/run-status";
import { runStatusWords } from "../run-status-words";
import type { FilterControlProps, RunFilter } from "./run-filter";

const askedWords: Record<AskedStatus, string> = { ...runStatusWords, failed: "Failed or timed out" };
const options = askedStatuses.map((status) => ({ value: status, label: askedWords[status] }));

/** Stands above the list. */
export function StatusSelect({ values, set }: Pick<FilterControlProps, "values" | "set">) {
  return (
    <AnySelect
      aria-label="Status"
      any="Any status"
      options={options}
      value={values.status}
      onChoose={(status) => set({ status })}
    />
  );
}

export const statusFilter: RunFilter = {
  keys: ["status"],
  label: "Status",
  Words: ({ values }) => {
    const status = askedStatuses.find((known) => known === values.status);
    return status ? askedWords[status] : values.status;
  },
};
