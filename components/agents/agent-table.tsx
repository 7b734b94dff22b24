"use client";

import type { Sort } from "@/components/ui/sort";
import { SortHeader } from "@/components/ui/sort-header";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { AgentSummary } from "@/lib/api/contract/agents";
import type { AgentColumn } from "./agent-columns";
import { AgentRow } from "./agent-row";

interface AgentTableProps {
  agents: readonly AgentSummary[];
  sort: Sort<AgentColumn>;
  onSort: (sort: Sort<AgentColumn>) => void;
}

export function AgentTable({ agents, sort, onSort }: AgentTableProps) {
  const order = { sort, onSort };
  return (
    <Table aria-label="Agents">
      <TableHead className="max-md:sr-only">
        <TableRow>
          <SortHeader column="name" className="pl-4" {...order}>
            Agent
          </SortHeader>
          <SortHeader column="version" {...order}>
            Published
          </SortHeader>
          <SortHeader column="run" {...order}>
            Last run
          </SortHeader>
          <SortHeader column="updated" {...order}>
            Changed
          </SortHeader>
          <TableHeader>
            <span className="sr-only">Actions</span>
          </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {agents.map((agent) => (
          <AgentRow key={agent.id} agent={agent} />
        ))}
      </TableBody>
    </Table>
  );
}
