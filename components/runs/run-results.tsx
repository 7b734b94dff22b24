"use client";

import { useMemo } from "react";
import { NoWorkersNotice } from "@/components/run/waiting/no-workers-notice";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { RunColumn } from "@/lib/api/contract/run-lists";
import type { FilterValues, ReadFilters } from "./filters/address";
import { NoRuns } from "./no-runs";
import { RunTable } from "./run-table";
import { BulkBar } from "./ticks/bulk-bar";
import { RefusedDialog } from "./ticks/refused-dialog";
import { useEachRun } from "./ticks/use-each-run";
import { useSteady } from "./ticks/use-steady";
import { mostTicks, useTicks } from "./ticks/use-ticks";
import type { Runs } from "./use-runs";

const box = "overflow-hidden rounded-lg border bg-card";

interface RunResultsProps {
  runs: Runs;
  columns: readonly RunColumn[];
  agentId: string | undefined;
  filters: FilterValues;
  wrong: ReadFilters["wrong"];
  onClear: () => void;
}

/** What a list of runs came to. While rows are ticked it stays where it is. */
export function RunResults({ runs, columns, agentId, filters, wrong, onClear }: RunResultsProps) {
  const items = useMemo(() => runs.data?.pages.flatMap((page) => page.items) ?? [], [runs.data]);
  const { ids, turn, set } = useTicks();
  const { rows, gone, added, refresh } = useSteady(items, ids.size > 0);
  const ticked = rows.filter(({ id }) => ids.has(id));
  const { each, progress, refused, forget } = useEachRun({
    onDone: (done) => {
      set([...ids].filter((id) => !done.includes(id)));
      refresh();
    },
  });

  async function tickFirst() {
    let found = items;
    let more = runs.hasNextPage;
    while (more && found.length < mostTicks) {
      const next = await runs.fetchNextPage();
      found = next.data?.pages.flatMap((page) => page.items) ?? found;
      more = next.hasNextPage && !next.isError;
    }
    set(found.map(({ id }) => id));
    refresh();
  }

  return (
    <>
      <NoWorkersNotice waiting={rows.some(({ status }) => status === "pending")} />
      {runs.isPending ? (
        <div className={box}>
          <SkeletonRows rows={8} label="Loading runs" />
        </div>
      ) : null}
      {runs.isError && rows.length > 0 ? (
        <Notice tone="waiting" title="This list may be out of date">
          It could not be read again. The next change, or reloading the page, tries once more.
        </Notice>
      ) : null}
      {runs.isError && rows.length === 0 ? (
        <ErrorState
          title="The runs could not be loaded"
          error={runs.error}
          onRetry={() => void runs.refetch()}
          retrying={runs.isFetching}
        />
      ) : null}
      {runs.isSuccess && rows.length === 0 ? (
        <NoRuns filters={filters} wrong={wrong} agentId={agentId} onClear={onClear} />
      ) : null}
      {rows.length > 0 ? (
        <div
          aria-busy={runs.isPlaceholderData}
          className={cn(box, "transition-opacity", runs.isPlaceholderData && "opacity-60")}
        >
          <RunTable
            runs={rows}
            columns={columns}
            ticks={ids}
            gone={gone}
            onTick={(id, on, range) => turn(rows, id, on, range)}
            onTickAll={(on) => set(on ? rows.map(({ id }) => id) : [])}
          />
        </div>
      ) : null}
      {runs.hasNextPage ? (
        <Button
          className="justify-self-center"
          busy={runs.isFetchingNextPage}
          onClick={() => void runs.fetchNextPage()}
        >
          Load more
        </Button>
      ) : null}
      {ticked.length > 0 ? (
        <BulkBar
          runs={ticked}
          each={each}
          progress={progress}
          held={added + gone.size}
          onShowHeld={refresh}
          onUntick={() => set([])}
          onTickMore={
            runs.hasNextPage && ticked.length >= rows.length && ticked.length < mostTicks
              ? () => void tickFirst()
              : undefined
          }
        />
      ) : null}
      <RefusedDialog refused={refused} rows={rows} onClose={forget} />
    </>
  );
}
