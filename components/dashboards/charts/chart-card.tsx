"use client";

import { ChartColumn, Table2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { Late } from "@/components/ui/late";
import { lateCode } from "@/components/ui/late-code";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { Chart } from "./chart";
import { csvOf } from "./csv";
import type { DrawnChartProps } from "./drawn-chart";

const drawn = lateCode<DrawnChartProps>(async () => (await import("./drawn-chart")).DrawnChart);

interface ChartCardProps {
  chart: Chart;
  /** Of the buckets. */
  names: readonly string[];
  actions?: ReactNode;
  className?: string;
}

/** A chart with its legend, and the same numbers as a table. */
export function ChartCard({ chart, names, actions, className }: ChartCardProps) {
  const [isTable, setTable] = useState(false);
  const router = useRouter();
  const { title, description, series } = chart;
  const csv = () =>
    csvOf(
      ["time", ...series.map(({ label }) => label)],
      names.map((name, at) => [name, ...series.map(({ values }) => values[at] ?? null)]),
    );
  return (
    <Card aria-label={title} {...(className !== undefined && { className })}>
      <CardHeader
        title={title}
        description={description}
        actions={
          <>
            {actions}
            <Button size="sm" variant="ghost" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
              {isTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
              <span className="max-sm:sr-only">{isTable ? "As a chart" : "As a table"}</span>
            </Button>
            <CopyButton value={csv} label={`Copy ${title} as CSV`} />
          </>
        }
      />
      <CardBody className="gap-3">
        {isTable ? (
          <NumbersTable chart={chart} names={names} />
        ) : series.every(({ values }) => values.every((value) => !value)) ? (
          <p className="grid h-56 place-items-center text-center text-muted-foreground text-sm">
            Nothing in this time
          </p>
        ) : (
          <>
            <div className="h-56">
              <Late
                code={drawn}
                props={{ chart, names, onOpen: (href: string) => router.push(href) }}
                what={`The chart “${title}”`}
                placeholder={<Skeleton className="h-full rounded-md" />}
              />
            </div>
            <Legend chart={chart} />
          </>
        )}
      </CardBody>
    </Card>
  );
}

function Legend({ chart: { series, kind } }: { chart: Chart }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs">
      {series.map(({ label, color, dash }) => (
        <li key={label} className="flex min-w-0 items-center gap-1.5">
          <svg aria-hidden width={kind === "bars" ? 10 : 18} height="8" className="shrink-0">
            {kind === "bars" ? (
              <rect width="10" height="8" rx="2" fill={color} />
            ) : (
              <line x1="0" x2="18" y1="4" y2="4" stroke={color} strokeWidth="2" strokeDasharray={dash} />
            )}
          </svg>
          <span className="truncate">{label}</span>
        </li>
      ))}
    </ul>
  );
}

function NumbersTable({ chart: { title, series, format }, names }: Omit<ChartCardProps, "actions">) {
  return (
    <div className="max-h-72 overflow-y-auto">
      <Table aria-label={`${title} as a table`}>
        <TableHead>
          <TableRow>
            <TableHeader>Time</TableHeader>
            {series.map(({ label }) => (
              <TableHeader key={label} className="text-right">
                {label}
              </TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {names.map((name, at) => (
            <TableRow key={name}>
              <TableCell className="h-8 whitespace-nowrap">{name}</TableCell>
              {series.map(({ label, values, href }) => {
                const value = values[at] ?? null;
                return (
                  <TableCell key={label} className="h-8 whitespace-nowrap text-right tabular-nums">
                    {value === null ? (
                      <span className="text-muted-foreground">–</span>
                    ) : href && value > 0 ? (
                      <Link href={href(at)} className="underline decoration-input underline-offset-4">
                        {format(value)}
                      </Link>
                    ) : (
                      format(value)
                    )}
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
