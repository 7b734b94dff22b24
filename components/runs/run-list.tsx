"use client";

import { useMemo } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { listViews } from "@/lib/api/contract/run-lists";
import { ColumnMenu } from "./columns/column-menu";
import { useColumns } from "./columns/use-columns";
import { ExportMenu } from "./export-menu";
import { readFilters } from "./filters/address";
import { FilterBar } from "./filters/filter-bar";
import { useRunAddress } from "./filters/use-run-address";
import { RunResults } from "./run-results";
import { useLiveRuns } from "./use-live-runs";
import { useRuns } from "./use-runs";
import { shownBy, viewOf } from "./views/same-view";
import { ViewMenu } from "./views/view-menu";

/** Runs of the workspace, or of one agent, as they come and go: filter, tick, act, open a trace. */
export function RunList({ agentId }: { agentId?: string }) {
  const address = useRunAddress(agentId);
  const { filters, sort } = address;
  const { query, wrong } = useMemo(() => readFilters(filters, agentId !== undefined), [filters, agentId]);
  const asked = () => ({ ...query(Date.now()), ...(agentId && { agentId }), order: sort });
  useLiveRuns(agentId ?? filters.agent);
  const runs = useRuns({ filters, sort, agentId }, asked);
  const saved = useEndpoint(listViews, {});
  // On an agent's own page a view of one agent's runs would show another one's.
  const views = (saved.data?.items ?? []).filter(({ view }) => !agentId || view.filters.agent === undefined);
  const chosen = views.find(({ id }) => id === address.view);
  const { columns, usual, choose } = useColumns({
    asked: address.columns,
    ofView: chosen?.view.columns,
    onAsk: address.setColumns,
  });
  const without = agentId ? "agent" : undefined;
  const shown = columns.filter((column) => column !== without);
  const isFiltered = Object.keys(filters).length > 0;

  return (
    <div className="grid grid-cols-1 gap-4">
      <FilterBar
        address={address}
        wrong={wrong}
        ofAgent={agentId !== undefined}
        views={
          <ViewMenu
            views={views}
            chosen={chosen}
            current={viewOf(filters, sort, columns)}
            onChoose={(view) => {
              const { filters: to, sort: order } = shownBy(view?.view ?? { filters: {}, columns: null });
              address.open(view?.id ?? null, to, order);
            }}
          />
        }
        tools={
          <>
            <ColumnMenu columns={columns} usual={usual} without={without} onChoose={choose} />
            <ExportMenu query={asked} filtered={isFiltered} />
          </>
        }
      />
      <RunResults
        key={JSON.stringify([filters, sort])}
        runs={runs}
        columns={shown}
        agentId={agentId}
        filters={filters}
        wrong={wrong}
        onClear={address.clear}
      />
    </div>
  );
}
