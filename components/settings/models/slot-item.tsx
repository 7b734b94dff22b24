"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { z } from "zod";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { Badge } from "@/components/ui/badge";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { getConfigured } from "@/lib/api/contract/agents";
import { deleteSlot, listSlots } from "@/lib/api/contract/model-slots";
import type { listModels } from "@/lib/api/contract/models";
import type { ModelSlot } from "../items";

interface SlotItemProps {
  slot: ModelSlot;
  /** What the workspace has, to name models as people know them. */
  models: z.infer<typeof listModels.response>["items"];
  onEdit: () => void;
}

export function SlotItem({ slot, models, onEdit }: SlotItemProps) {
  const mayManage = useMe().can("model.manage");
  const [deleting, setDeleting] = useState(false);
  const remove = useCall(deleteSlot, { refresh: [listSlots, getConfigured] });
  const nameOf = (reference: string) =>
    models.find((model) => model.reference === reference)?.model ?? `${reference} (gone)`;
  return (
    <li className="grid gap-2 px-4 py-3.5">
      <div className="flex items-start gap-2">
        <div className="grid min-w-0 flex-1 gap-0.5">
          <h3 className="truncate font-medium font-mono">{slot.name}</h3>
          {slot.description ? <p className="text-muted-foreground text-xs">{slot.description}</p> : null}
        </div>
        {mayManage ? (
          <div className="flex items-center gap-1">
            <IconButton icon={Pencil} label={`Edit the slot ${slot.name}`} onClick={onEdit} />
            <IconButton
              icon={Trash2}
              label={`Delete the slot ${slot.name}`}
              onClick={() => setDeleting(true)}
            />
          </div>
        ) : null}
      </div>
      <ol aria-label={`Models of ${slot.name}`} className="flex flex-wrap gap-1">
        {slot.models.map(({ reference, weight }) => (
          <li key={reference} className="max-w-full">
            <Badge className="font-mono">
              <span className="truncate">
                {nameOf(reference)}
                {weight ? ` × ${weight}` : ""}
              </span>
            </Badge>
          </li>
        ))}
      </ol>
      <ConfirmDialog
        open={deleting}
        onOpenChange={setDeleting}
        title={`Delete the slot “${slot.name}”?`}
        description="Nodes that use it fail until they name another model or slot."
        action="Delete slot"
        onConfirm={() => remove.mutateAsync({ query: { name: slot.name } })}
      />
    </li>
  );
}
