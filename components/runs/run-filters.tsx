"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { SearchField } from "@/components/ui/search-field";
import { Select } from "@/components/ui/select";
import { type RunOrder, runOrders } from "@/lib/api/contract/runs";
import { runStatuses } from "@/workflows/events/run-status";
import { sourceWords } from "./run-facts";
import { runStatusWords } from "./run-status-badge";

const orderWords: Record<RunOrder, string> = {
  newest: "Newest first",
  oldest: "Oldest first",
  slowest: "Longest first",
  costliest: "Costliest first",
};
const sources = ["test", "chat", "api", "tool"] as const;

/** Filters of a list of runs; they live in the address, so that a filtered list can be sent around. */
export function useRunFilters() {
  return useQueryStates({
    status: parseAsStringLiteral(runStatuses),
    source: parseAsStringLiteral(sources),
    agent: parseAsString,
    sort: parseAsStringLiteral(runOrders).withDefault("newest"),
    text: parseAsString.withDefault("").withOptions({ throttleMs: 300 }),
  });
}
export type RunFilters = ReturnType<typeof useRunFilters>;

interface RunFilterBarProps {
  filters: RunFilters;
  /** Agents to choose from; left out where the list is one agent's. */
  agents?: readonly { id: string; name: string }[];
}

const any = "any";

export function RunFilterBar({ filters: [values, set], agents }: RunFilterBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label="Search input, output or id"
        value={values.text}
        onValueChange={(text) => void set({ text: text || null })}
        className="min-w-52 flex-1 sm:max-w-72"
      />
      {agents ? (
        <Select
          aria-label="Agent"
          value={values.agent ?? any}
          options={[
            { value: any, label: "All agents" },
            ...agents.map((agent) => ({ value: agent.id, label: agent.name })),
          ]}
          onValueChange={(agent) => void set({ agent: agent === any ? null : agent })}
        />
      ) : null}
      <Select
        aria-label="Status"
        value={values.status ?? any}
        options={[
          { value: any, label: "Any status" },
          ...runStatuses.map((status) => ({ value: status, label: runStatusWords[status] })),
        ]}
        onValueChange={(status) =>
          void set({ status: runStatuses.find((known) => known === status) ?? null })
        }
      />
      <Select
        aria-label="Started from"
        value={values.source ?? any}
        options={[
          { value: any, label: "Any source" },
          ...sources.map((source) => ({ value: source, label: sourceWords[source] })),
        ]}
        onValueChange={(source) => void set({ source: sources.find((known) => known === source) ?? null })}
      />
      <Select
        aria-label="Sort by"
        value={values.sort}
        options={runOrders.map((order) => ({ value: order, label: orderWords[order] }))}
        onValueChange={(order) => void set({ sort: runOrders.find((known) => known === order) ?? null })}
      />
    </div>
  );
}
