"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { listAgents } from "@/lib/api/contract/agents";
import type { FilterValues } from "./address";
import type { RunFilter } from "./run-filter";

function Words({ values }: { values: FilterValues }) {
  const agents = useEndpoint(listAgents, {});
  return agents.data?.items.find(({ id }) => id === values.agent)?.name ?? values.agent;
}

/** Its select stands above the list of all agents' runs. */
export const agentFilter: RunFilter = { keys: ["agent"], label: "Agent", Words };
