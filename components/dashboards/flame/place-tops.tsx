"use client";

import Link from "next/link";
import { useEndpoint } from "@/components/data/use-endpoint";
import { shortRunId } from "@/components/runs/short-run-id";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type Flame, getFlameTops } from "@/lib/api/contract/dashboards";
import { readPath } from "@/workflows/figures/place";
import { runsHref } from "../runs-href";
import { type DashboardValues, rangeQuery } from "../use-dashboard-address";
import { placeTitle } from "./place-look";

interface PlaceTopsProps {
  flame: Flame;
  agentId: string;
  path: string;
  values: DashboardValues;
  zone: string;
}

/** The visits of a place that took longest or cost most, each a link to its span. */
export function PlaceTops({ flame, agentId, path, values, zone }: PlaceTopsProps) {
  const { by } = values;
  const query = { ...rangeQuery(values, zone), path, by };
  const tops = useEndpoint(getFlameTops, { params: { id: agentId }, query }, { keepPrevious: true });
  const place = readPath(path)?.at(-1);
  const title = place ? placeTitle(place, flame) : "";
  const { since, before } = flame;
  const sort = by === "time" ? "slowest" : "costliest";
  return (
    <Card aria-label={`Visits of ${title}`}>
      <CardHeader
        title={by === "time" ? `Where ${title} took longest` : `Where ${title} cost most`}
        description="Each leads to its place in the trace."
        actions={
          <Button asChild size="sm">
            <Link href={runsHref(values, { since, before, sort })}>
              {by === "time" ? "Longest runs" : "Costliest runs"}
            </Link>
          </Button>
        }
      />
      <CardBody className="px-0 pb-1">
        {tops.error ? (
          <ErrorState
            title="The visits could not be loaded"
            error={tops.error}
            onRetry={() => void tops.refetch()}
            retrying={tops.isFetching}
          />
        ) : null}
        {tops.isPending ? <SkeletonRows rows={3} label="Loading visits" /> : null}
        {tops.data?.items.length === 0 ? (
          <p className="px-4 pb-3 text-muted-foreground text-sm">
            {by === "money"
              ? "Nothing here cost anything, or the runs were deleted."
              : "The runs were deleted."}
          </p>
        ) : null}
        <ul className="divide-y">
          {tops.data?.items.map(({ runId, spanId, createdAt, version, workMs, micros }) => (
            <li key={`${runId} ${spanId}`}>
              <Link
                href={`/runs/${runId}?${new URLSearchParams({ span: spanId })}`}
                className="flex min-h-10 flex-wrap items-center gap-x-4 px-4 py-1.5 text-sm hover:bg-accent"
              >
                <span className="font-mono text-xs">{shortRunId(runId)}</span>
                <span className="text-muted-foreground text-xs">
                  {version === null ? "Draft" : `v${version}`} · <RelativeTime time={createdAt} />
                </span>
                <span className="ml-auto tabular-nums">{formatDuration(workMs)}</span>
                <span className="w-20 text-right tabular-nums">{formatMoney(micros)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
