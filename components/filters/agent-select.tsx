"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { listAgents } from "@/lib/api/contract/agents";
import { AnySelect } from "./any-select";

interface AgentSelectProps {
  value: string | null | undefined;
  onChoose: (agentId: string | null) => void;
}

/** Whose runs are shown. */
export function AgentSelect({ value, onChoose }: AgentSelectProps) {
  const agents = useEndpoint(listAgents, {});
  return (
    <AnySelect
      aria-label="Agent"
      any="All agents"
      options={(agents.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChoose={onChoose}
      className="max-w-48"
    />
  );
}
