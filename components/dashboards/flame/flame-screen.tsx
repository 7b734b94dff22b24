"use client";

import { ChartNoAxesGantt } from "lucide-react";
import Link from "next/link";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { plural } from "@/components/ui/format/count";
import { Late } from "@/components/ui/late";
import { lateCode } from "@/components/ui/late-code";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Skeleton } from "@/components/ui/skeleton";
import { listAgents } from "@/lib/api/contract/agents";
import { getFlame } from "@/lib/api/contract/dashboards";
import { type DashboardAddress, flameMeasures, rangeQuery } from "../use-dashboard-address";
import { barsOf } from "./bars";
import { FlameChart } from "./flame-chart";
import { FlameTable } from "./flame-table";
import type { HeatGraph } from "./heat-graph";
import { PlaceTops } from "./place-tops";

const graph = lateCode<Parameters<typeof HeatGraph>[0]>(async () => (await import("./heat-graph")).HeatGraph);
const measureWords = { time: "Time", money: "Money" };

/** Where time and money of one agent go. */
export function FlameScreen({ address, zone }: { address: DashboardAddress; zone: string }) {
  const [values] = address;
  if (values.agent === null) return <ChooseAgent address={address} />;
  return <AgentFlame address={address} zone={zone} agentId={values.agent} />;
}

function AgentFlame({
  address: [values, set],
  zone,
  agentId,
}: {
  address: DashboardAddress;
  zone: string;
  agentId: string;
}) {
  const { by, place } = values;
  const query = rangeQuery(values, zone);
  const read = useEndpoint(getFlame, { params: { id: agentId }, query }, { keepPrevious: true });
  const flame = read.data;
  const select = (path: string) => void set({ place: path === place ? null : path });
  if (read.error && !flame) {
    return (
      <ErrorState
        title="Where time and money go could not be loaded"
        error={read.error}
        onRetry={() => void read.refetch()}
        retrying={read.isFetching}
      />
    );
  }
  if (!flame) {
    return (
      <div role="status" className="grid gap-5">
        <span className="sr-only">Loading where time and money go</span>
        <Skeleton className="h-40 rounded-lg" />
        <Skeleton className="h-80 rounded-lg" />
      </div>
    );
  }
  if (flame.places.length === 0) {
    return (
      <EmptyState
        icon={ChartNoAxesGantt}
        title="No run of this agent in this time"
        action={
          <Button asChild>
            <Link href={`/agents/${agentId}`}>Open the graph</Link>
          </Button>
        }
      >
        Once a run has ended, this shows at which nodes its time and money went.
      </EmptyState>
    );
  }
  return (
    <div
      aria-busy={read.isPlaceholderData}
      className={cn("grid grid-cols-1 gap-5 transition-opacity", read.isPlaceholderData && "opacity-60")}
    >
      <Card aria-label="Flame view">
        <CardHeader
          title={by === "time" ? "Where time goes" : "Where money goes"}
          description={`${plural(flame.runs, "run")} together. Work side by side adds up; waiting for people is left out.`}
          actions={
            <SegmentedControl
              label="Show"
              options={flameMeasures.map((value) => ({ value, label: measureWords[value] }))}
              value={by}
              onValueChange={(value) => void set({ by: value })}
            />
          }
        />
        <CardBody>
          {barsOf(flame.places, by).length === 0 ? (
            <p className="text-muted-foreground text-sm">Nothing cost anything in this time.</p>
          ) : (
            <FlameChart flame={flame} by={by} selected={place} onSelect={select} />
          )}
          <Late
            code={graph}
            props={{ flame, by, selected: place, onSelect: select }}
            what="The graph"
            placeholder={<Skeleton className="h-80 rounded-md" />}
          />
        </CardBody>
      </Card>
      {place === null ? null : (
        <PlaceTops flame={flame} agentId={agentId} path={place} values={values} zone={zone} />
      )}
      <FlameTable flame={flame} selected={place} onSelect={select} />
    </div>
  );
}

function ChooseAgent({ address: [, set] }: { address: DashboardAddress }) {
  const agents = useEndpoint(listAgents, {});
  const [first] = agents.data?.items ?? [];
  return (
    <EmptyState
      icon={ChartNoAxesGantt}
      title="Choose an agent"
      action={
        first ? (
          <Button variant="primary" onClick={() => void set({ agent: first.id })}>
            Show {first.name}
          </Button>
        ) : (
          <Button asChild variant="primary">
            <Link href="/agents">Open agents</Link>
          </Button>
        )
      }
    >
      Time and money are shown by the places of one agent’s graph. Choose it above.
    </EmptyState>
  );
}
