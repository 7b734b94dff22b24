"use client";

import { BookOpen, KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SortHeader } from "@/components/ui/sort-header";
import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { listApiKeys } from "@/lib/api/contract/workspace";
import type { ApiKey } from "../items";
import { ApiKeyDialog } from "./api-key-dialog";
import { ApiKeyRow } from "./api-key-row";

export function ApiKeysCard() {
  const [creating, setCreating] = useState(false);
  const keys = useEndpoint(listApiKeys, {});
  const list = useListState({
    columns: {
      name: (key: ApiKey) => key.name,
      created: (key) => key.createdAt,
      used: (key) => key.lastUsedAt,
    },
    start: { by: "created", direction: "desc" },
    text: (key) => [key.name, key.preview],
  });
  const order = { sort: list.sort, onSort: list.setSort };
  const create = (
    <Button onClick={() => setCreating(true)}>
      <Plus aria-hidden />
      Create key
    </Button>
  );
  return (
    <Card>
      <CardHeader
        title="API keys"
        description="With a key a program calls your agents over HTTP."
        actions={
          <>
            <Button variant="ghost" asChild>
              <a href="/api/docs">
                <BookOpen aria-hidden />
                API documentation
              </a>
            </Button>
            {keys.data?.items.length ? create : null}
          </>
        }
      />
      <ListView
        bare
        query={keys}
        list={list}
        noun="API keys"
        empty={
          <EmptyState icon={KeyRound} title="No API keys yet" action={create} className="py-10">
            A key is for one program and may do only what its scopes allow.
          </EmptyState>
        }
      >
        {(items) => (
          <Table aria-label="API keys">
            <TableHead>
              <TableRow>
                <SortHeader column="name" className="pl-4" {...order}>
                  Name
                </SortHeader>
                <TableHeader className="max-sm:hidden">Scopes</TableHeader>
                <SortHeader column="used" {...order}>
                  Last used
                </SortHeader>
                <SortHeader column="created" className="max-md:hidden" {...order}>
                  Created
                </SortHeader>
                <TableHeader>
                  <span className="sr-only">Actions</span>
                </TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((key) => (
                <ApiKeyRow key={key.id} apiKey={key} />
              ))}
            </TableBody>
          </Table>
        )}
      </ListView>
      <ApiKeyDialog open={creating} onOpenChange={setCreating} />
    </Card>
  );
}
