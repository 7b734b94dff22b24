"use client";

import Link from "next/link";
import { useClock } from "@/components/trace/waterfall/use-clock";
import { Duration } from "@/components/ui/duration";
import { formatCount } from "@/components/ui/format/count";
import { Money } from "@/components/ui/money";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RunSummary } from "@/lib/api/contract/runs";
import { graphName, inputPreview, knownCost, runMs, sourceWords } from "./run-facts";
import { RunStatusBadge } from "./run-status-badge";

interface RunTableProps {
  runs: readonly RunSummary[];
  showAgent: boolean;
}

export function RunTable({ runs, showAgent }: RunTableProps) {
  return (
    <Table aria-label="Runs">
      <TableHead>
        <TableRow>
          <TableHeader className="w-28">Status</TableHeader>
          <TableHeader>Run</TableHeader>
          {showAgent ? <TableHeader className="max-md:hidden">Agent</TableHeader> : null}
          <TableHeader className="max-md:hidden">Graph</TableHeader>
          <TableHeader className="max-lg:hidden">From</TableHeader>
          <TableHeader className="w-28 max-md:hidden">Started</TableHeader>
          <TableHeader className="w-24 text-right max-sm:hidden">Time</TableHeader>
          <TableHeader className="w-20 text-right max-lg:hidden">Tokens</TableHeader>
          <TableHeader className="w-24 text-right max-sm:hidden">Cost</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} showAgent={showAgent} />
        ))}
      </TableBody>
    </Table>
  );
}

function RunRow({ run, showAgent }: { run: RunSummary; showAgent: boolean }) {
  const running = run.status === "running";
  const now = useClock(running, 1_000);
  // What waits for people or for its turn says nothing about how long the work takes.
  const ms = runMs(run, running ? now : null);
  return (
    <TableRow className="relative">
      <TableCell>
        <RunStatusBadge status={run.status} />
      </TableCell>
      <TableCell className="w-full max-w-0 md:min-w-56">
        <Link
          href={`/runs/${run.id}`}
          className="block truncate font-medium after:absolute after:inset-0 focus-visible:after:outline-2"
        >
          {inputPreview(run.input) || run.id}
        </Link>
        <span className="block truncate text-muted-foreground text-xs md:hidden">
          {showAgent ? `${run.agentName} · ` : ""}
          {graphName(run)} · <RelativeTime time={run.createdAt} />
        </span>
      </TableCell>
      {showAgent ? (
        <TableCell className="max-w-48 min-w-32 truncate max-md:hidden">{run.agentName}</TableCell>
      ) : null}
      <TableCell className="whitespace-nowrap text-muted-foreground max-md:hidden">
        {graphName(run)}
      </TableCell>
      <TableCell className="text-muted-foreground max-lg:hidden">{sourceWords[run.source]}</TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground max-md:hidden">
        <RelativeTime time={run.createdAt} />
      </TableCell>
      <TableCell className="text-right max-sm:hidden">{ms === null ? "–" : <Duration ms={ms} />}</TableCell>
      <TableCell className="text-right tabular-nums max-lg:hidden">
        {formatCount(run.tokens.input + run.tokens.output)}
      </TableCell>
      <TableCell className="text-right max-sm:hidden">
        <Money micros={knownCost(run.cost)} />
      </TableCell>
    </TableRow>
  );
}
