"use client";

import { useCall } from "@/components/data/use-call";
import { toast } from "@/components/ui/toast";
import { type AgentSummary, createAgent, listAgents } from "@/lib/api/contract/agents";

/** Makes a copy of an agent's draft under a name of its own. */
export function useDuplicateAgent(): (agent: AgentSummary) => Promise<void> {
  const create = useCall(createAgent, { refresh: [listAgents] });
  return async (agent) => {
    try {
      const body = { name: `${agent.name} copy`, from: { kind: "agent" as const, agentId: agent.id } };
      const copy = await create.mutateAsync({ body });
      toast.done(`“${copy.name}” was made`);
    } catch (error) {
      toast.failed(`“${agent.name}” could not be duplicated`, error);
    }
  };
}
