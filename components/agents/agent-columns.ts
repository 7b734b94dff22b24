import type { Sort } from "@/components/ui/sort";
import type { AgentSummary } from "@/lib/api/contract/agents";

export type AgentColumn = "name" | "version" | "run" | "updated";

/** How each column of the list is read for sorting. */
export const agentColumns: Record<AgentColumn, (agent: AgentSummary) => string | number | null> = {
  name: (agent) => agent.name,
  version: (agent) => agent.liveVersion,
  run: (agent) => agent.lastRun?.at ?? null,
  updated: (agent) => agent.updatedAt,
};

export const newestFirst: Sort<AgentColumn> = { by: "updated", direction: "desc" };

/** The orders worth offering where there are no column heads. */
export const agentOrders: { sort: Sort<AgentColumn>; label: string }[] = [
  { sort: newestFirst, label: "Last changed" },
  { sort: { by: "run", direction: "desc" }, label: "Last run" },
  { sort: { by: "name", direction: "asc" }, label: "Name" },
];
