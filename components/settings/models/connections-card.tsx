"use client";

import { Boxes, Plus } from "lucide-react";
import { useState } from "react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SortSelect } from "@/components/ui/sort-select";
import { listConnections, listProviders } from "@/lib/api/contract/models";
import { listBreakers } from "@/lib/api/contract/outgoing";
import type { Connection } from "../items";
import { AddConnectionDialog } from "./add-connection-dialog";
import { ConnectionItem } from "./connection-item";
import { providerTitle } from "./provider-title";

/** Where the models come from. */
export function ConnectionsCard() {
  const mayManage = useMe().can("model.manage");
  const [adding, setAdding] = useState(false);
  const providers = useEndpoint(listProviders, {}).data?.items ?? [];
  const connections = useEndpoint(listConnections, {});
  const breakers = useEndpoint(listBreakers, {}).data?.items ?? [];
  const list = useListState({
    prefix: "c",
    columns: {
      name: (connection: Connection) => connection.name,
      updated: (connection) => connection.updatedAt,
    },
    start: { by: "name", direction: "asc" },
    text: (connection) => [
      connection.name,
      connection.baseUrl,
      providerTitle(providers, connection.provider),
      ...connection.models,
    ],
  });
  const add = mayManage ? (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      Add connection
    </Button>
  ) : undefined;
  return (
    <Card>
      <CardHeader
        title="Connections"
        description="Services that answer model calls. Keys are stored encrypted and never shown again."
        actions={connections.data?.items.length ? add : undefined}
      />
      <ListView
        bare
        query={connections}
        list={list}
        noun="connections"
        tools={<SortSelect options={orders} sort={list.sort} onSort={list.setSort} />}
        empty={
          <EmptyState icon={Boxes} title="No connections yet" action={add} className="py-10">
            Until there is one, agents use the built-in offline model. It needs no key and is not an AI: good
            for examples and tests.
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="divide-y">
            {items.map((connection) => (
              <ConnectionItem
                key={connection.id}
                connection={connection}
                providers={providers}
                breakers={breakers.filter(({ connectionId }) => connectionId === connection.id)}
              />
            ))}
          </ul>
        )}
      </ListView>
      {mayManage ? (
        <AddConnectionDialog providers={providers} open={adding} onOpenChange={setAdding} />
      ) : null}
    </Card>
  );
}

const orders = [
  { sort: { by: "name", direction: "asc" }, label: "Name" },
  { sort: { by: "updated", direction: "desc" }, label: "Last changed" },
] as const;
