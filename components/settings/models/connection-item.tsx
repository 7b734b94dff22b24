"use client";

import { BookOpen, Gauge, Pencil, PlugZap, Trash2 } from "lucide-react";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { formatCount, plural } from "@/components/ui/format/count";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { getConfigured } from "@/lib/api/contract/agents";
import { listCatalogue, refreshFacts } from "@/lib/api/contract/model-catalogue";
import { deleteConnection, listConnections, listModels, testConnection } from "@/lib/api/contract/models";
import type { Connection, Provider, SeenBreaker } from "../items";
import { BreakerItem } from "../outgoing/breaker-item";
import { ConnectionRulesDialog } from "./connection-rules-dialog";
import { EditConnectionDialog } from "./edit-connection-dialog";
import { providerTitle } from "./provider-title";
import { TestOutcome } from "./test-outcome";

interface ConnectionItemProps {
  connection: Connection;
  providers: readonly Provider[];
  /** Of its models, those whose calls fail. */
  breakers: readonly SeenBreaker[];
}

export function ConnectionItem({ connection, providers, breakers }: ConnectionItemProps) {
  const mayManage = useMe().can("model.manage");
  const [doing, setDoing] = useState<"editing" | "deleting" | "ruling">();
  const test = useCall(testConnection);
  const remove = useCall(deleteConnection, { refresh: [listConnections, listModels, getConfigured] });
  const params = { id: connection.id };
  const refresh = useCall(refreshFacts, { refresh: [listCatalogue, listModels, getConfigured] });
  const asks = providers.find(({ type }) => type === connection.provider)?.listsModels ?? false;
  const ask = async () => {
    try {
      const { known } = await refresh.mutateAsync({ params });
      toast.done(`${connection.name} knows ${known} of its ${plural(connection.models.length, "model")}`);
    } catch (error) {
      toast.failed(`${connection.name} could not be asked`, error);
    }
  };
  const facts = [
    providerTitle(providers, connection.provider),
    connection.baseUrl,
    connection.keyPreview ? `key ${connection.keyPreview}` : null,
    connection.facts.region ? `in ${connection.facts.region}` : null,
    connection.facts.dataClass ? `up to ${connection.facts.dataClass} data` : null,
    connection.limits.requestsPerMinute
      ? `${formatCount(connection.limits.requestsPerMinute)} requests a minute`
      : null,
    connection.limits.tokensPerMinute
      ? `${formatCount(connection.limits.tokensPerMinute)} tokens a minute`
      : null,
  ];
  return (
    <li className="grid gap-2.5 px-4 py-3.5">
      <div className="flex flex-wrap items-start gap-2">
        <div className="grid min-w-40 flex-1 gap-0.5">
          <h3 className="truncate font-medium">{connection.name}</h3>
          <p className="break-all text-muted-foreground text-xs">{facts.filter(Boolean).join(" · ")}</p>
        </div>
        {mayManage ? (
          <div className="flex items-center gap-1">
            <Button size="sm" busy={test.isPending} onClick={() => test.mutate({ params, body: {} })}>
              <PlugZap aria-hidden />
              Test connection
            </Button>
            <IconButton
              icon={Gauge}
              label={`Rules of ${connection.name}`}
              onClick={() => setDoing("ruling")}
            />
            {asks ? (
              <IconButton
                icon={BookOpen}
                label={`Ask ${connection.name} what its models can`}
                disabled={refresh.isPending}
                onClick={() => void ask()}
              />
            ) : null}
            <IconButton icon={Pencil} label={`Edit ${connection.name}`} onClick={() => setDoing("editing")} />
            <IconButton
              icon={Trash2}
              label={`Delete ${connection.name}`}
              onClick={() => setDoing("deleting")}
            />
          </div>
        ) : null}
      </div>
      <ul aria-label={`Models of ${connection.name}`} className="flex flex-wrap gap-1">
        {connection.models.map((model) => (
          <li key={model} className="max-w-full">
            <Badge className="font-mono">
              <span className="truncate">{model}</span>
            </Badge>
          </li>
        ))}
      </ul>
      {breakers.length > 0 ? (
        <ul
          aria-label={`Failing models of ${connection.name}`}
          className="grid gap-3 rounded-md border px-3 py-2.5"
        >
          {breakers.map((breaker) => (
            <li key={breaker.key}>
              <BreakerItem breaker={breaker} />
            </li>
          ))}
        </ul>
      ) : null}
      {test.isPending ? null : <TestOutcome outcome={test.data} error={test.error} />}
      <EditConnectionDialog
        connection={connection}
        providers={providers}
        open={doing === "editing"}
        onOpenChange={(open) => setDoing(open ? "editing" : undefined)}
      />
      {doing === "ruling" ? (
        <ConnectionRulesDialog connection={connection} onClose={() => setDoing(undefined)} />
      ) : null}
      <ConfirmDialog
        open={doing === "deleting"}
        onOpenChange={(open) => setDoing(open ? "deleting" : undefined)}
        title={`Delete the connection “${connection.name}”?`}
        description="Its key is deleted with it. Agents that name one of its models fail until they get another."
        action="Delete"
        onConfirm={() => remove.mutateAsync({ params })}
      />
    </li>
  );
}
