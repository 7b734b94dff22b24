"use client";

import Link from "next/link";
import { type MouseEvent, useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { formatExactTime } from "@/components/ui/format/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RunColumn } from "@/lib/api/contract/run-lists";
import type { ListedRun } from "@/lib/api/contract/runs";
import { columnLooks } from "./columns/columns";
import { RunStandingBadge } from "./run-status-badge";
import { RunWait } from "./run-wait";

interface RunTableProps {
  runs: readonly ListedRun[];
  columns: readonly RunColumn[];
  ticks: ReadonlySet<string>;
  /** Rows that match no more, but stand there while rows are ticked. */
  gone: ReadonlySet<string>;
  /** `range`: together with all between it and the one before. */
  onTick: (id: string, on: boolean, range: boolean) => void;
  onTickAll: (on: boolean) => void;
}

export function RunTable({ runs, columns, ticks, gone, onTick, onTickAll }: RunTableProps) {
  const some = runs.some(({ id }) => ticks.has(id));
  const all = some && runs.every(({ id }) => ticks.has(id));
  return (
    <Table aria-label="Runs">
      <TableHead>
        <TableRow>
          <TableHeader className="w-8 pr-0">
            <Checkbox
              aria-label="Tick all runs shown"
              className="align-middle"
              checked={all ? true : some ? "indeterminate" : false}
              onCheckedChange={() => onTickAll(!some)}
            />
          </TableHeader>
          <TableHeader className="w-28">Status</TableHeader>
          <TableHeader>Run</TableHeader>
          {columns.map((column) => (
            <TableHeader key={column} className={cn(columnLooks[column].className, "max-md:hidden")}>
              {columnLooks[column].label}
            </TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {runs.map((run) => (
          <RunRow
            key={run.id}
            run={run}
            columns={columns}
            ticked={ticks.has(run.id)}
            gone={gone.has(run.id)}
            onTick={onTick}
          />
        ))}
      </TableBody>
    </Table>
  );
}

interface RunRowProps {
  run: ListedRun;
  columns: readonly RunColumn[];
  ticked: boolean;
  gone: boolean;
  onTick: RunTableProps["onTick"];
}

function RunRow({ run, columns, ticked, gone, onTick }: RunRowProps) {
  const name = run.inputPreview || run.id;
  const range = useRef(false);
  const noteShift = (event: MouseEvent) => {
    range.current = event.shiftKey;
  };
  return (
    <TableRow className={cn("relative", ticked && "bg-running-soft")}>
      <TableCell className="pr-0">
        <Checkbox
          aria-label={`Tick run ${name}`}
          checked={ticked}
          onClick={noteShift}
          onCheckedChange={(on) => onTick(run.id, on === true, range.current)}
          className="z-10 align-middle"
        />
      </TableCell>
      <TableCell>
        <RunStandingBadge run={run} />
        <RunWait run={run} />
        {gone ? <span className="block text-muted-foreground text-xs">Matches no more</span> : null}
      </TableCell>
      <TableCell className="w-full max-w-0 md:min-w-64">
        <Link
          href={`/runs/${run.id}`}
          // The link lies over the row, so that what is cut off or short in it is told here.
          title={`${name}\nStarted ${formatExactTime(new Date(run.createdAt))}`}
          className={cn(
            "block truncate font-medium after:absolute after:inset-0 focus-visible:after:outline-2",
            gone && "text-muted-foreground",
          )}
        >
          {name}
        </Link>
        <Brief run={run} columns={columns} />
      </TableCell>
      {columns.map((column) => (
        <TableCell key={column} className={cn(columnLooks[column].className, "max-md:hidden")}>
          {columnLooks[column].cell(run) ?? <span className="text-muted-foreground">–</span>}
        </TableCell>
      ))}
    </TableRow>
  );
}

/** The chosen columns under the run, where there is no room beside it. */
function Brief({ run, columns }: Pick<RunRowProps, "run" | "columns">) {
  return (
    <span className="mt-0.5 flex flex-wrap gap-x-2.5 gap-y-0.5 text-muted-foreground text-xs md:hidden">
      {columns.map((column) => {
        const { cell, brief = cell } = columnLooks[column];
        const words = brief(run);
        return words === null ? null : <span key={column}>{words}</span>;
      })}
    </span>
  );
}
