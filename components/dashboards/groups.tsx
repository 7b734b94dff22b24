"use client";

import Link from "next/link";
import { useMe } from "@/components/data/use-me";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { formatCount, plural } from "@/components/ui/format/count";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import { Select } from "@/components/ui/select";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import {
  type Dashboard,
  type DashboardGroup,
  dashboardGroups,
  type Figures,
} from "@/lib/api/contract/dashboards";
import { ChartCard } from "./charts/chart-card";
import { groupChart, groupHref, measureLooks } from "./charts/charts";
import { csvOf } from "./charts/csv";
import { type DashboardAddress, groupMeasures } from "./use-dashboard-address";

const groupWords: Record<DashboardGroup, string> = {
  agent: "Agent",
  version: "Version",
  model: "Model",
  node: "Node",
  person: "Person",
};

const columns: {
  label: string;
  of: (figures: Figures) => number | null;
  format: (value: number) => string;
}[] = [
  { label: "Failed", of: ({ errors }) => errors, format: formatCount },
  { label: "p50", of: ({ p50 }) => p50, format: formatDuration },
  { label: "p95", of: ({ p95 }) => p95, format: formatDuration },
  { label: "p99", of: ({ p99 }) => p99, format: formatDuration },
  { label: "First token", of: ({ first50 }) => first50, format: formatDuration },
  { label: "Input", of: ({ input }) => input, format: formatCount },
  { label: "Output", of: ({ output }) => output, format: formatCount },
  { label: "Cost", of: ({ micros }) => micros, format: formatMoney },
  { label: "Saved", of: ({ keptMicros, cachedMicros }) => keptMicros + cachedMicros, format: formatMoney },
];

/** What runs are counted by: the largest groups over time, and all of them as a table. */
export function Groups({
  dashboard,
  names,
  address: [values, set],
}: {
  dashboard: Dashboard;
  names: readonly string[];
  address: DashboardAddress;
}) {
  const { can } = useMe();
  const groups = dashboardGroups.filter((group) => group !== "person" || can("member.read"));
  const counted = values.group === "model" ? "Calls" : values.group === "node" ? "Visits" : "Runs";
  const csv = () =>
    csvOf(
      [groupWords[values.group], counted, ...columns.map(({ label }) => label)],
      dashboard.groups.map(({ label, figures }) => [
        label,
        figures.n,
        ...columns.map(({ of }) => of(figures)),
      ]),
    );
  return (
    <>
      <ChartCard
        className="lg:col-span-2"
        chart={groupChart(dashboard, values)}
        names={names}
        actions={
          <>
            <Select
              aria-label="Group by"
              value={values.group}
              options={groups.map((value) => ({ value, label: `By ${groupWords[value].toLowerCase()}` }))}
              onValueChange={(group) => void set({ group })}
            />
            <Select
              aria-label="Measure"
              value={values.measure}
              options={groupMeasures.map((value) => ({ value, label: measureLooks[value].label }))}
              onValueChange={(measure) => void set({ measure })}
            />
          </>
        }
      />
      <Card aria-label={`By ${groupWords[values.group].toLowerCase()}`} className="min-w-0 lg:col-span-2">
        <CardHeader
          title={`By ${groupWords[values.group].toLowerCase()}`}
          description={
            dashboard.groupCount > dashboard.groups.length
              ? `The largest ${dashboard.groups.length} of ${plural(dashboard.groupCount, "group")}.`
              : values.group === "node"
                ? "With the model calls and called agents inside each node. Waiting for people is left out. A row leads to the node's visits."
                : values.group === "model"
                  ? "A row leads to all runs of this time: lists do not tell them apart by model."
                  : undefined
          }
          actions={<CopyButton value={csv} label="Copy the table as CSV" />}
        />
        <CardBody className="px-0">
          <Table aria-label={`Figures by ${groupWords[values.group].toLowerCase()}`}>
            <TableHead>
              <TableRow>
                <TableHeader className="pl-4">{groupWords[values.group]}</TableHeader>
                <TableHeader className="text-right">{counted}</TableHeader>
                {columns.map(({ label }) => (
                  <TableHeader key={label} className="whitespace-nowrap text-right last:pr-4">
                    {label}
                  </TableHeader>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {dashboard.groups.map((group) => (
                <TableRow key={JSON.stringify([group.agentId, group.version, group.person, group.name])}>
                  <TableCell className="max-w-72 truncate pl-4">
                    <Link
                      href={groupHref(group, values, dashboard)}
                      title={group.label}
                      className="underline decoration-input underline-offset-4 hover:decoration-current"
                    >
                      {group.label}
                    </Link>
                  </TableCell>
                  <TableCell className="text-right tabular-nums">{formatCount(group.figures.n)}</TableCell>
                  {columns.map(({ label, of, format }) => {
                    const value = of(group.figures);
                    return (
                      <TableCell key={label} className="whitespace-nowrap text-right tabular-nums last:pr-4">
                        {value === null ? <span className="text-muted-foreground">–</span> : format(value)}
                      </TableCell>
                    );
                  })}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </CardBody>
      </Card>
    </>
  );
}
