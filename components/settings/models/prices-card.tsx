"use client";

import { CircleDollarSign, Plus } from "lucide-react";
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
import { listProviders } from "@/lib/api/contract/models";
import { PriceDialog } from "./price-dialog";
import { PriceRow } from "./price-row";
import type { PricedModel } from "./priced-models";
import { usePricedModels } from "./use-priced-models";

/** What calls cost; the workspace may set a price of its own for any model. */
export function PricesCard() {
  const [editing, setEditing] = useState<PricedModel | "new">();
  const providers = useEndpoint(listProviders, {}).data?.items ?? [];
  const mayManage = useMe().can("model.manage");
  const models = usePricedModels();
  const list = useListState({
    prefix: "p",
    columns: {
      model: (row: PricedModel) => row.model,
      input: (row) => row.input,
      output: (row) => row.output,
    },
    start: { by: "model", direction: "asc" },
    text: (row) => [row.model, row.provider],
  });
  const order = { sort: list.sort, onSort: list.setSort };
  const add = mayManage ? (
    <Button onClick={() => setEditing("new")}>
      <Plus aria-hidden />
      Set a price
    </Button>
  ) : undefined;
  return (
    <Card>
      <CardHeader
        title="Prices"
        description="Dollars per million tokens, from a public price list. Set your own where you pay another price or none is known."
        actions={models.data?.items.length ? add : undefined}
      />
      <ListView
        bare
        query={models}
        list={list}
        noun="prices"
        empty={
          <EmptyState icon={CircleDollarSign} title="No models with a price" action={add} className="py-10">
            Models of your connections appear here with what they cost. The offline model is free.
          </EmptyState>
        }
      >
        {(items) => (
          <Table aria-label="Prices">
            <TableHead>
              <TableRow>
                <SortHeader column="model" className="pl-4" {...order}>
                  Model
                </SortHeader>
                <SortHeader column="input" {...order}>
                  Input
                </SortHeader>
                <SortHeader column="output" {...order}>
                  Output
                </SortHeader>
                <TableHeader>
                  <span className="sr-only">Actions</span>
                </TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((row) => (
                <PriceRow key={row.key} row={row} onEdit={() => setEditing(row)} />
              ))}
            </TableBody>
          </Table>
        )}
      </ListView>
      {editing ? (
        <PriceDialog
          row={editing === "new" ? undefined : editing}
          providers={providers.filter(({ type }) => type !== "offline")}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
    </Card>
  );
}
