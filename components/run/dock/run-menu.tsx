"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useAgent } from "@/components/editor/agent-context";
import { useBuild } from "@/components/editor/build-context";
import { graphName } from "@/components/runs/run-facts";
import { RunStandingBadge } from "@/components/runs/run-status-badge";
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
import { listRuns } from "@/lib/api/contract/runs";

const SHOWN = 12;

/** Chooses which of the agent's runs canvas and timeline show. */
export function RunMenu() {
  const { runId, showRun } = useBuild();
  const [open, setOpen] = useState(false);
  return (
    <DropdownMenu open={open} onOpenChange={setOpen}>
      <DropdownMenuTrigger>
        <Button size="sm" variant="ghost" className="-ml-1.5 font-semibold text-foreground text-sm">
          {runId ? `Run ${shortRunId(runId)}` : "No run shown"}
          <ChevronDown aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-80">
        {open ? <RecentRuns onChoose={showRun} /> : null}
        {runId ? <DropdownMenuItem onSelect={() => showRun(null)}>Show no run</DropdownMenuItem> : null}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function RecentRuns({ onChoose }: { onChoose: (runId: string) => void }) {
  const { agent } = useAgent();
  const { data, isError } = useEndpoint(listRuns, { query: { agentId: agent.id, limit: SHOWN } });
  if (isError) return <DropdownMenuLabel>The runs could not be loaded</DropdownMenuLabel>;
  if (!data) return <DropdownMenuLabel>Loading runs…</DropdownMenuLabel>;
  if (data.items.length === 0) return <DropdownMenuLabel>This agent has not run yet</DropdownMenuLabel>;
  return (
    <>
      <DropdownMenuLabel>Last runs</DropdownMenuLabel>
      {data.items.map((run) => (
        <DropdownMenuItem key={run.id} onSelect={() => onChoose(run.id)}>
          <span className="flex w-full items-center gap-2">
            <span className="font-mono text-xs">{shortRunId(run.id)}</span>
            <RunStandingBadge run={run} />
            <span className="ml-auto text-muted-foreground text-xs">
              {graphName(run)} · <RelativeTime time={run.createdAt} />
            </span>
          </span>
        </DropdownMenuItem>
      ))}
    </>
  );
}
