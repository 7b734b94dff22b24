"use client";

import type { ReactNode } from "react";
import { AgentSelect } from "@/components/filters/agent-select";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { type RunOrder, runOrders } from "@/lib/api/contract/runs";
import type { ReadFilters } from "./address";
import { FilterChips } from "./filter-chips";
import { FilterPanel } from "./filter-panel";
import { StartedSelect } from "./started";
import { StatusSelect } from "./status";
import type { RunAddress } from "./use-run-address";

const orderWords: Record<RunOrder, string> = {
  newest: "Newest first",
  oldest: "Oldest first",
  slowest: "Longest first",
  costliest: "Costliest first",
};

interface FilterBarProps {
  address: RunAddress;
  wrong: ReadFilters["wrong"];
  /** The list is one agent's. */
  ofAgent: boolean;
  /** Saved views, after the filters. */
  views: ReactNode;
  /** Beside the order: columns, export. */
  tools: ReactNode;
}

/** What a list of runs is narrowed to and ordered by: the common in sight, the rest in a panel, all of it as chips. */
export function FilterBar({ address, wrong, ofAgent, views, tools }: FilterBarProps) {
  const { filters: values, sort, setFilters: set, setSort, clear } = address;
  const props = { values, wrong, set };
  return (
    <div className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search text or id"
          value={values.text ?? ""}
          onValueChange={(text) => set({ text: text || null })}
          className="min-w-44 flex-1 max-sm:basis-full sm:max-w-72"
        />
        {ofAgent ? null : <AgentSelect value={values.agent} onChoose={(agent) => set({ agent })} />}
        <StatusSelect {...props} />
        <StartedSelect {...props} />
        <FilterPanel {...props} />
        <div className="ml-auto">{views}</div>
        <div className="flex flex-wrap items-center gap-2 sm:ml-auto">
          <Select
            aria-label="Sort by"
            value={sort}
            options={runOrders.map((order) => ({ value: order, label: orderWords[order] }))}
            onValueChange={setSort}
          />
          {tools}
        </div>
      </div>
      <FilterChips {...props} onClear={clear} />
    </div>
  );
}
