"use client";

import { Plus, Shuffle } from "lucide-react";
import { useState } from "react";
import { ListView } from "@/components/data/list-view";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useListState } from "@/components/data/use-list-state";
import { useMe } from "@/components/data/use-me";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { listSlots } from "@/lib/api/contract/model-slots";
import { listModels } from "@/lib/api/contract/models";
import type { ModelSlot } from "../items";
import { SlotDialog } from "./slot-dialog";
import { SlotItem } from "./slot-item";

/** Names that graphs use for models, so that one change here reaches all of them. */
export function SlotsCard() {
  const mayManage = useMe().can("model.manage");
  const [editing, setEditing] = useState<ModelSlot | "new">();
  const slots = useEndpoint(listSlots, {});
  const models = useEndpoint(listModels, {}).data?.items ?? [];
  const list = useListState({
    prefix: "s",
    columns: { name: (slot: ModelSlot) => slot.name },
    start: { by: "name", direction: "asc" },
    text: (slot) => [slot.name, slot.description, ...slot.models.map(({ reference }) => reference)],
  });
  const add = mayManage ? (
    <Button onClick={() => setEditing("new")}>
      <Plus aria-hidden />
      Add slot
    </Button>
  ) : undefined;
  return (
    <Card>
      <CardHeader
        title="Slots"
        description="Names such as “fast” or “private” that nodes choose in place of a model. Change the model here, and every agent follows, published ones too."
        actions={slots.data?.items.length ? add : undefined}
      />
      <ListView
        bare
        query={slots}
        list={list}
        noun="slots"
        empty={
          <EmptyState icon={Shuffle} title="No slots yet" action={add} className="py-10">
            A slot holds one model or several: the next is asked where the one before fails, or the first is
            drawn by weight to try a new one out.
          </EmptyState>
        }
      >
        {(items) => (
          <ul className="divide-y">
            {items.map((slot) => (
              <SlotItem key={slot.name} slot={slot} models={models} onEdit={() => setEditing(slot)} />
            ))}
          </ul>
        )}
      </ListView>
      {editing ? (
        <SlotDialog slot={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />
      ) : null}
    </Card>
  );
}
