"use client";

import { useQueryClient } from "@tanstack/react-query";
import { endpointKey } from "@/components/data/endpoint-key";
import { useCall } from "@/components/data/use-call";
import { toast } from "@/components/ui/toast";
import { type AgentSummary, deleteAgent, listAgents, restoreAgent } from "@/lib/api/contract/agents";
import type { CallOutput } from "@/lib/api/contract/endpoint";

type Agents = CallOutput<typeof listAgents>;

/** Takes an agent out of the list at once, offers it back, and puts it back when the server refuses. */
export function useDeleteAgent(): (agent: AgentSummary) => Promise<void> {
  const client = useQueryClient();
  const key = endpointKey(listAgents, {});
  const remove = useCall(deleteAgent, { refresh: [listAgents] });
  const restore = useCall(restoreAgent, { refresh: [listAgents] });

  const change = (edit: (items: Agents["items"]) => Agents["items"]) =>
    client.setQueryData<Agents>(key, (agents) => agents && { items: edit(agents.items) });
  const without = (agent: AgentSummary) => change((items) => items.filter((each) => each.id !== agent.id));

  async function putBack(agent: AgentSummary) {
    try {
      await restore.mutateAsync({ params: { id: agent.id } });
    } catch (error) {
      toast.failed(`“${agent.name}” could not be brought back`, error);
    }
  }

  return async (agent) => {
    await client.cancelQueries({ queryKey: key });
    without(agent);
    try {
      await remove.mutateAsync({ params: { id: agent.id } });
      toast.undo(`“${agent.name}” was deleted`, () => void putBack(agent));
    } catch (error) {
      change((items) => [...items, agent]);
      toast.failed(`“${agent.name}” could not be deleted`, error);
    }
  };
}
