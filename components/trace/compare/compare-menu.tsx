"use client";

import { Columns2, History } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { graphName } from "@/components/runs/run-facts";
import { shortRunId } from "@/components/runs/short-run-id";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { RelativeTime } from "@/components/ui/relative-time";
import { listRuns, type RunSummary } from "@/lib/api/contract/runs";
import { compareWithOrigin } from "../origin-fact";
import { compareHref } from "./compare-href";

const most = 12;

/** Leads to the run beside another one: the one it came from, or an earlier or later one of the agent. */
export function CompareMenu({ run }: { run: RunSummary }) {
  const [open, setOpen] = useState(false);
  const { data, isError } = useEndpoint(
    listRuns,
    { query: { agentId: run.agentId, limit: most + 1 } },
    { enabled: open },
  );
  const others = data?.items.filter(({ id }) => id !== run.id && id !== run.origin?.runId).slice(0, most);
  const origin = compareWithOrigin(run);
  return (
    <DropdownMenu open={open} onOpenChange={setOpen}>
      <DropdownMenuTrigger>
        <Button size="sm">
          <Columns2 aria-hidden />
          Compare with…
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="max-h-96 overflow-y-auto">
        {origin ? (
          <DropdownMenuItem asChild>
            <Link href={origin}>
              <History aria-hidden />
              The run it came from
            </Link>
          </DropdownMenuItem>
        ) : null}
        <DropdownMenuLabel>Latest runs of {run.agentName}</DropdownMenuLabel>
        {others?.map((other) => (
          <DropdownMenuItem key={other.id} asChild>
            <Link href={hrefOf(run, other)}>
              <span className="font-mono text-xs">{shortRunId(other.id)}</span>
              <span className="text-muted-foreground text-xs">
                {graphName(other)} · <RelativeTime time={other.createdAt} />
              </span>
            </Link>
          </DropdownMenuItem>
        ))}
        <Rest loading={!data && !isError} failed={isError} count={others?.length} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Rest({ loading, failed, count }: { loading: boolean; failed: boolean; count: number | undefined }) {
  const words = loading
    ? "Loading…"
    : failed
      ? "The runs could not be loaded."
      : "The agent has no other run yet.";
  if (!loading && !failed && count !== 0) return null;
  return <p className="px-2 py-1.5 text-muted-foreground text-sm">{words}</p>;
}

type Compared = Pick<RunSummary, "id" | "createdAt">;

/** The older one stands on the left. */
function hrefOf(one: Compared, other: Compared): string {
  return one.createdAt < other.createdAt ? compareHref(one.id, other.id) : compareHref(other.id, one.id);
}
