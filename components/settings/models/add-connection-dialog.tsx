"use client";

import { useState } from "react";
import { DialogBody } from "@/components/ui/dialog";
import { FormDialog } from "@/components/ui/form-dialog";
import { RadioCards } from "@/components/ui/radio-cards";
import type { Provider } from "../items";
import { ConnectionForm } from "./connection-form";

interface AddConnectionDialogProps {
  providers: readonly Provider[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** First the kind of provider, then its form. */
export function AddConnectionDialog({ providers, open, onOpenChange }: AddConnectionDialogProps) {
  const [type, setType] = useState<Provider["type"]>();
  const [dirty, setDirty] = useState(false);
  const kinds = providers.filter((provider) => provider.type !== "offline");
  const provider = kinds.find((each) => each.type === type);
  const change = (next: boolean) => {
    onOpenChange(next);
    if (!next) setType(undefined);
  };
  return (
    <FormDialog
      open={open}
      onOpenChange={change}
      dirty={dirty}
      onDiscard={() => setDirty(false)}
      title={provider ? `Connect ${provider.title}` : "Add a connection"}
      description={provider?.summary}
      size="md"
    >
      {provider ? (
        <ConnectionForm provider={provider} onSaved={() => change(false)} onDirtyChange={setDirty} />
      ) : (
        <DialogBody>
          <RadioCards
            label="Kind of provider"
            value={type ?? ""}
            onValueChange={(chosen) => setType(kinds.find((each) => each.type === chosen)?.type)}
            options={kinds.map(({ type: value, title, summary }) => ({
              value: value as string,
              title,
              description: summary,
            }))}
          />
        </DialogBody>
      )}
    </FormDialog>
  );
}
