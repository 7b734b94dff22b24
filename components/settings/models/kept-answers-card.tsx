"use client";

import { Archive, Trash2 } from "lucide-react";
import { useState } from "react";
import type { z } from "zod";
import { ListView } from "@/components/data/list-view";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { useMe } from "@/components/data/use-me";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { plural } from "@/components/ui/format/count";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { forgetKeptAnswers, listKeptAnswers } from "@/lib/api/contract/kept-answers";
import { keptWords } from "./kept-words";

export type AgentAnswers = z.infer<typeof listKeptAnswers.response>["items"][number];

/** What is kept of the answers of models for each agent, and what that saved. */
export function KeptAnswersCard() {
  const answers = useEndpoint(listKeptAnswers, {});
  const list = useListState({
    prefix: "k",
    columns: { name: (agent: AgentAnswers) => agent.agentName },
    start: { by: "name", direction: "asc" },
    text: (agent) => [agent.agentName],
  });
  return (
    <Card>
      <CardHeader
        title="Kept answers"
        description="Answers of models that are given again to the same question, where an agent's settings say so. Figures are of the last 30 days."
      />
      <ListView
        bare
        query={answers}
        list={list}
        noun="agents"
        empty={
          <EmptyState icon={Archive} title="Nothing is kept" className="py-10">
            Turn it on in an agent's own settings, in the editor: the same question is then answered at once
            and for nothing.
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="divide-y">
            {items.map((agent) => (
              <AgentItem key={agent.agentId} agent={agent} />
            ))}
          </ul>
        )}
      </ListView>
    </Card>
  );
}

function AgentItem({ agent }: { agent: AgentAnswers }) {
  const mayManage = useMe().can("model.manage");
  const [asking, setAsking] = useState(false);
  const forget = useCall(forgetKeptAnswers, { refresh: [listKeptAnswers] });
  const { agentId, agentName, answers } = agent;
  const { served, held } = keptWords(agent);
  return (
    <li className="flex items-center gap-2 px-4 py-3.5">
      <div className="grid min-w-0 flex-1 gap-0.5">
        <h3 className="truncate font-medium">{agentName}</h3>
        <p className="text-muted-foreground text-xs tabular-nums">{served}</p>
        <p className="text-muted-foreground text-xs tabular-nums">{held}</p>
      </div>
      {mayManage && answers > 0 ? (
        <IconButton
          icon={Trash2}
          label={`Forget the answers kept for ${agentName}`}
          onClick={() => setAsking(true)}
        />
      ) : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Forget what is kept for “${agentName}”?`}
        description={`${plural(answers, "answer")}. Models are asked and paid for again.`}
        action="Forget answers"
        onConfirm={async () => {
          await forget.mutateAsync({ params: { id: agentId } });
          toast.done("The kept answers were forgotten");
        }}
      />
    </li>
  );
}
