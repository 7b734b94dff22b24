"use client";

import { BookOpen } from "lucide-react";
import { useState } from "react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { SortSelect } from "@/components/ui/sort-select";
import { listCatalogue } from "@/lib/api/contract/model-catalogue";
import type { CatalogueModel } from "../../items";
import { CatalogueItem } from "./catalogue-item";
import { abilitiesOf, limitsOf } from "./fact-words";
import { FactsDialog } from "./facts-dialog";

/** What is known of each model, and who may ask it about what. */
export function CatalogueCard() {
  const [editing, setEditing] = useState<CatalogueModel>();
  const catalogue = useEndpoint(listCatalogue, {});
  const list = useListState({
    prefix: "m",
    columns: {
      model: (each: CatalogueModel) => each.model,
      context: (each) => each.facts.contextTokens ?? null,
      price: (each) => each.inputPrice,
      latency: (each) => each.latencyMs,
    },
    start: { by: "model", direction: "asc" },
    text: ({ model, connection, facts }) => [
      model,
      connection.name,
      ...abilitiesOf(facts),
      ...limitsOf(facts),
    ],
  });
  return (
    <Card>
      <CardHeader
        title="Catalogue"
        description="What is known of each model: from lists that come with the product, from its provider, and as you correct it. Slots, the editor and runs go by it."
      />
      <ListView
        bare
        query={catalogue}
        list={list}
        noun="models"
        tools={<SortSelect options={orders} sort={list.sort} onSort={list.setSort} />}
        empty={
          <EmptyState icon={BookOpen} title="No models yet" className="py-10">
            Models of your connections appear here with what they can do.
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="divide-y">
            {items.map((model) => (
              <CatalogueItem key={model.reference} model={model} onEdit={() => setEditing(model)} />
            ))}
          </ul>
        )}
      </ListView>
      {editing ? <FactsDialog model={editing} onClose={() => setEditing(undefined)} /> : null}
    </Card>
  );
}

const orders = [
  { sort: { by: "model", direction: "asc" }, label: "Name" },
  { sort: { by: "price", direction: "asc" }, label: "Cheapest" },
  { sort: { by: "latency", direction: "asc" }, label: "Fastest" },
  { sort: { by: "context", direction: "desc" }, label: "Largest context" },
] as const;
