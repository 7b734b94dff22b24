"use client";

import { MessagesSquare, Workflow } from "lucide-react";
import Link from "next/link";
import { RunStatusBadge } from "@/components/runs/run-status-badge";
import { plural } from "@/components/ui/format/count";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableCell, TableRow } from "@/components/ui/table";
import { TintedIcon } from "@/components/ui/tint";
import type { AgentSummary } from "@/lib/api/contract/agents";
import { runStatuses } from "@/workflows/events/run-status";
import { AgentMenu } from "./agent-menu";
import { PublishState } from "./publish-state";

/** One agent. The whole row opens it; the menu lies above that. */
export function AgentRow({ agent }: { agent: AgentSummary }) {
  return (
    <TableRow className="relative">
      <TableCell className="w-full max-w-0 py-2.5 pl-4">
        <div className="flex items-center gap-3">
          <TintedIcon icon={agent.chat ? MessagesSquare : Workflow} tint={agent.chat ? "agent" : "flow"} />
          <div className="min-w-0 flex-1">
            <Link
              href={`/agents/${agent.id}`}
              className="block truncate font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:outline-offset-[-2px]"
            >
              {agent.name}
            </Link>
            <span className="block truncate text-muted-foreground text-xs">
              {agent.description || plural(agent.nodeCount, "node")}
            </span>
            <span className="mt-1 flex flex-wrap gap-x-3 text-xs md:hidden">
              <PublishState agent={agent} />
              <LastRun agent={agent} />
            </span>
          </div>
        </div>
      </TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">
        <PublishState agent={agent} />
      </TableCell>
      <TableCell className="whitespace-nowrap max-md:hidden">
        <LastRun agent={agent} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground max-md:hidden">
        <RelativeTime time={agent.updatedAt} className="relative z-10" />
      </TableCell>
      <TableCell className="w-0 pr-2 pl-0 text-right">
        <AgentMenu agent={agent} />
      </TableCell>
    </TableRow>
  );
}

function LastRun({ agent: { lastRun } }: { agent: AgentSummary }) {
  const status = runStatuses.find((known) => known === lastRun?.status);
  if (!lastRun || !status) return <span className="text-muted-foreground">Never run</span>;
  return (
    <span className="inline-flex items-center gap-1.5">
      <RunStatusBadge status={status} />
      <RelativeTime time={lastRun.at} className="relative z-10 text-muted-foreground" />
    </span>
  );
}
