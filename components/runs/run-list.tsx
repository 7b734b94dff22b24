"use client";

import { ListTree } from "lucide-react";
import Link from "next/link";
import { useEndpoint } from "@/components/data/use-endpoint";
import { NoWorkersNotice } from "@/components/run/waiting/no-workers-notice";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { listAgents } from "@/lib/api/contract/agents";
import { RunFilterBar, useRunFilters } from "./run-filters";
import { RunTable } from "./run-table";
import { useLiveRuns } from "./use-live-runs";
import { useRuns } from "./use-runs";

const box = "overflow-hidden rounded-lg border bg-card";

/** Runs of the workspace, or of one agent, as they come and go: filter, read on, open a trace. */
export function RunList({ agentId }: { agentId?: string }) {
  const filters = useRunFilters();
  const [values, setFilters] = filters;
  const agents = useEndpoint(listAgents, {}, { enabled: !agentId });
  const shownAgent = agentId ?? values.agent ?? undefined;
  useLiveRuns(shownAgent);
  const runs = useRuns({
    agentId: shownAgent,
    status: values.status ?? undefined,
    source: values.source ?? undefined,
    text: values.text || undefined,
    order: values.sort,
  });
  const items = runs.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Boolean(values.status || values.source || values.agent || values.text);

  return (
    <div className="grid gap-4">
      <RunFilterBar filters={filters} agents={agentId ? undefined : (agents.data?.items ?? [])} />
      <NoWorkersNotice waiting={items.some(({ status }) => status === "pending")} />
      {runs.isPending ? (
        <div className={box}>
          <SkeletonRows rows={8} label="Loading runs" />
        </div>
      ) : null}
      {runs.isError && items.length > 0 ? (
        <Notice tone="waiting" title="This list may be out of date">
          It could not be read again. The next change, or reloading the page, tries once more.
        </Notice>
      ) : null}
      {runs.isError && items.length === 0 ? (
        <ErrorState
          title="The runs could not be loaded"
          error={runs.error}
          onRetry={() => void runs.refetch()}
          retrying={runs.isFetching}
        />
      ) : null}
      {runs.isSuccess && items.length === 0 ? (
        <NoRuns
          filtered={filtered}
          agentId={agentId}
          onClear={() => void setFilters({ status: null, source: null, agent: null, text: null })}
        />
      ) : null}
      {items.length > 0 ? (
        <div
          aria-busy={runs.isPlaceholderData}
          className={cn(box, "transition-opacity", runs.isPlaceholderData && "opacity-60")}
        >
          <RunTable runs={items} showAgent={!agentId} />
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
    </div>
  );
}

function NoRuns({
  filtered,
  agentId,
  onClear,
}: {
  filtered: boolean;
  agentId?: string | undefined;
  onClear: () => void;
}) {
  if (filtered) {
    return (
      <EmptyState
        icon={ListTree}
        title="No run matches"
        action={<Button onClick={onClear}>Clear filters</Button>}
      >
        Nothing in this workspace fits these filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={ListTree}
      title="No runs yet"
      action={
        <Button asChild variant="primary">
          <Link href={agentId ? `/agents/${agentId}` : "/agents"}>
            {agentId ? "Open the graph" : "Open an agent"}
          </Link>
        </Button>
      }
    >
      Every run leaves a trace here: which nodes ran, what the models said, how long it took and what it cost.
      Press Test run in an agent to make the first.
    </EmptyState>
  );
}
