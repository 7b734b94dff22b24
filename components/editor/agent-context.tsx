"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useMemo } from "react";
import { endpointKey } from "@/components/data/endpoint-key";
import { getAgent, listAgents, updateAgent } from "@/lib/api/client/addresses";
import { call } from "@/lib/api/client/call";
import type * as agents from "@/lib/api/contract/agents";
import type { CallInput, CallOutput } from "@/lib/api/contract/endpoint";

interface AgentContextValue {
  /** What is known of the agent beside its draft. */
  agent: agents.AgentSummary;
  /** Changes name, description, address or who may chat. Throws what the server refuses. */
  update: (part: CallInput<typeof agents.updateAgent>["body"]) => Promise<void>;
  /** Reads it again: after publishing, say. */
  refresh: () => Promise<void>;
}

const Context = createContext<AgentContextValue | null>(null);

export function AgentProvider({ agent, children }: { agent: agents.AgentSummary; children: ReactNode }) {
  const client = useQueryClient();
  const { id } = agent;

  const refresh = useCallback(async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: endpointKey(getAgent, { params: { id } }) }),
      client.invalidateQueries({ queryKey: endpointKey(listAgents) }),
    ]);
  }, [client, id]);

  const value = useMemo(
    () => ({
      agent,
      refresh,
      update: async (body: CallInput<typeof agents.updateAgent>["body"]) => {
        const next = await call(updateAgent, { params: { id }, body });
        client.setQueryData(
          endpointKey(getAgent, { params: { id } }),
          (known: CallOutput<typeof agents.getAgent> | undefined) => known && { ...known, ...next },
        );
        await client.invalidateQueries({ queryKey: endpointKey(listAgents) });
      },
    }),
    [agent, client, id, refresh],
  );
  return <Context value={value}>{children}</Context>;
}

/** The open agent. Only below its layout. */
export function useAgent(): AgentContextValue {
  const value = useContext(Context);
  if (!value) throw new Error("useAgent outside of an AgentProvider");
  return value;
}
