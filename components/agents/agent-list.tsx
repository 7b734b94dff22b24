"use client";

import { Workflow } from "lucide-react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SortSelect } from "@/components/ui/sort-select";
import { listAgents } from "@/lib/api/contract/agents";
import { agentColumns, agentOrders, newestFirst } from "./agent-columns";
import { AgentTable } from "./agent-table";

/** The agents of the workspace: search, sort, open one. */
export function AgentList({ onCreate }: { onCreate: () => void }) {
  const agents = useEndpoint(listAgents, {});
  const list = useListState({
    columns: agentColumns,
    start: newestFirst,
    text: (agent) => [agent.name, agent.description, agent.slug],
  });
  return (
    <ListView
      query={agents}
      list={list}
      noun="agents"
      empty={<NoAgents onCreate={onCreate} />}
      tools={
        <SortSelect options={agentOrders} sort={list.sort} onSort={list.setSort} className="md:hidden" />
      }
    >
      {(items) => <AgentTable agents={items} sort={list.sort} onSort={list.setSort} />}
    </ListView>
  );
}

function NoAgents({ onCreate }: { onCreate: () => void }) {
  const { can } = useMe();
  if (!can("agent.edit")) {
    return (
      <EmptyState icon={Workflow} title="No agents yet">
        An agent is a graph of steps: models, tools, decisions and people. A developer or an admin of this
        workspace can create one.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Workflow}
      title="No agents yet"
      action={
        <Button variant="primary" onClick={onCreate}>
          Create an agent
        </Button>
      }
    >
      An agent is a graph of steps: models, tools, decisions and people. Start from an empty canvas or from an
      example that runs without any key.
    </EmptyState>
  );
}
