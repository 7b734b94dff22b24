"use client";

import { ChartColumn } from "lucide-react";
import Link from "next/link";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { plural } from "@/components/ui/format/count";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { getDashboard } from "@/lib/api/contract/dashboards";
import { bucketName } from "./charts/chart";
import { ChartCard } from "./charts/chart-card";
import { chartsOf } from "./charts/charts";
import { Groups } from "./groups";
import { Problems } from "./problems";
import { Tiles } from "./tiles";
import { useCountedSoon } from "./use-counted-soon";
import { type DashboardAddress, rangeQuery } from "./use-dashboard-address";

/** Figures, charts and groups of the time that is chosen. */
export function Overview({ address, zone }: { address: DashboardAddress; zone: string }) {
  const [values, set] = address;
  const query = { ...rangeQuery(values, zone), agentId: values.agent ?? undefined, group: values.group };
  const figures = useEndpoint(getDashboard, { query }, { keepPrevious: true });
  const dashboard = figures.data;
  useCountedSoon(dashboard?.uncounted ?? 0);

  if (figures.error && !dashboard) {
    return (
      <ErrorState
        title="The figures could not be loaded"
        error={figures.error}
        onRetry={() => void figures.refetch()}
        retrying={figures.isFetching}
      />
    );
  }
  if (!dashboard) return <OverviewSkeleton />;
  const names = dashboard.buckets.map((bucket) => bucketName(bucket, dashboard.bucket, zone));
  const [runs, ...others] = chartsOf(dashboard, values);
  return (
    <div
      aria-busy={figures.isPlaceholderData}
      className={cn("grid grid-cols-1 gap-5 transition-opacity", figures.isPlaceholderData && "opacity-60")}
    >
      {figures.error ? (
        <Notice tone="waiting" title="These figures may be out of date">
          They could not be read again. The next run, or reloading the page, tries once more.
        </Notice>
      ) : null}
      {dashboard.uncounted > 0 ? <Uncounted count={dashboard.uncounted} /> : null}
      {dashboard.total.n === 0 && dashboard.earlier.n === 0 ? (
        <NoFigures
          filtered={values.agent !== null || values.source !== null}
          onClear={() =>
            void set({ agent: null, version: null, source: null, range: "90d", from: null, to: null })
          }
        />
      ) : (
        <>
          <Tiles total={dashboard.total} earlier={dashboard.earlier} />
          <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
            {runs ? <ChartCard chart={runs} names={names} /> : null}
            <Problems dashboard={dashboard} values={values} />
            {others.map((chart) => (
              <ChartCard key={chart.title} chart={chart} names={names} />
            ))}
            <Groups dashboard={dashboard} names={names} address={address} />
          </div>
        </>
      )}
    </div>
  );
}

/** Counting takes a second or two; only a long past takes longer. */
function Uncounted({ count }: { count: number }) {
  if (count < 20) return null;
  return (
    <Notice
      tone="running"
      title={`${count >= 1_000 ? "Over 1,000" : plural(count, "run")} still to be counted`}
    >
      Figures grow while earlier runs are counted, the newest first.
    </Notice>
  );
}

function NoFigures({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered) {
    return (
      <EmptyState
        icon={ChartColumn}
        title="No run in this time"
        action={<Button onClick={onClear}>Show all of 90 days</Button>}
      >
        No run with these filters has ended then.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={ChartColumn}
      title="Nothing to count yet"
      action={
        <Button asChild variant="primary">
          <Link href="/agents">Open an agent</Link>
        </Button>
      }
    >
      As soon as a run has ended, this page shows how long it took, what it cost and where it failed. Press
      Test run in an agent to make the first, or choose a longer time.
    </EmptyState>
  );
}

function OverviewSkeleton() {
  return (
    <div role="status" className="grid grid-cols-1 gap-5">
      <span className="sr-only">Loading figures</span>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4 xl:grid-cols-7">
        {["a", "b", "c", "d", "e", "f", "g"].map((key) => (
          <Skeleton key={key} className="h-24 rounded-lg last:col-span-2 xl:last:col-span-1" />
        ))}
      </div>
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        {["a", "b", "c", "d"].map((key) => (
          <Skeleton key={key} className="h-80 rounded-lg" />
        ))}
      </div>
    </div>
  );
}
