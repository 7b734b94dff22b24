"use client";

import { Plus, Vault } from "lucide-react";
import { useState } from "react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SortHeader } from "@/components/ui/sort-header";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { listSecrets } from "@/lib/api/contract/workspace";
import type { Secret } from "../items";
import { SecretDialog } from "./secret-dialog";
import { SecretRow } from "./secret-row";

export function SecretsCard() {
  const mayManage = useMe().can("secret.manage");
  const [adding, setAdding] = useState(false);
  const secrets = useEndpoint(listSecrets, {});
  const list = useListState({
    columns: { name: (secret: Secret) => secret.name, updated: (secret) => secret.updatedAt },
    start: { by: "name", direction: "asc" },
    text: (secret) => [secret.name],
  });
  const order = { sort: list.sort, onSort: list.setSort };
  const add = mayManage ? (
    <Button onClick={() => setAdding(true)}>
      <Plus aria-hidden />
      Add secret
    </Button>
  ) : undefined;
  return (
    <Card>
      <CardHeader
        title="Secrets"
        description="Tokens and passwords that nodes use by name. Values are stored encrypted and never shown again."
        actions={secrets.data?.items.length ? add : undefined}
      />
      <ListView
        bare
        query={secrets}
        list={list}
        noun="secrets"
        empty={
          <EmptyState icon={Vault} title="No secrets yet" action={add} className="py-10">
            Store a token once and use it in an HTTP request by its name, so that it never stands in a graph.
          </EmptyState>
        }
      >
        {(items) => (
          <Table aria-label="Secrets">
            <TableHead>
              <TableRow>
                <SortHeader column="name" className="pl-4" {...order}>
                  Name
                </SortHeader>
                <SortHeader column="updated" {...order}>
                  Changed
                </SortHeader>
                <TableHeader>
                  <span className="sr-only">Actions</span>
                </TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((secret) => (
                <SecretRow key={secret.id} secret={secret} />
              ))}
            </TableBody>
          </Table>
        )}
      </ListView>
      <SecretDialog open={adding} onOpenChange={setAdding} />
    </Card>
  );
}
