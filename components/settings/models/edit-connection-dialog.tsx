"use client";

import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import type { Connection, Provider } from "../items";
import { ConnectionForm } from "./connection-form";

interface EditConnectionDialogProps {
  connection: Connection;
  providers: readonly Provider[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function EditConnectionDialog({
  connection,
  providers,
  open,
  onOpenChange,
}: EditConnectionDialogProps) {
  const [dirty, setDirty] = useState(false);
  const provider = providers.find((each) => each.type === connection.provider);
  if (!provider) return null;
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      dirty={dirty}
      onDiscard={() => setDirty(false)}
      title={`Edit “${connection.name}”`}
      size="md"
    >
      <ConnectionForm
        provider={provider}
        connection={connection}
        onSaved={() => onOpenChange(false)}
        onDirtyChange={setDirty}
      />
    </FormDialog>
  );
}
