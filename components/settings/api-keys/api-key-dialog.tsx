"use client";

import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { ApiKeyForm } from "./api-key-form";
import { NewApiKey } from "./new-api-key";

interface ApiKeyDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Creates a key, then shows it: the only time that it can be seen. */
export function ApiKeyDialog({ open, onOpenChange }: ApiKeyDialogProps) {
  const [key, setKey] = useState<string>();
  const [dirty, setDirty] = useState(false);
  const change = (next: boolean) => {
    onOpenChange(next);
    if (!next) setKey(undefined);
  };
  return (
    <FormDialog
      open={open}
      onOpenChange={change}
      dirty={dirty}
      onDiscard={() => setDirty(false)}
      title={key ? "Your new API key" : "Create an API key"}
      size="md"
    >
      {key ? (
        <NewApiKey apiKey={key} onDone={() => change(false)} />
      ) : (
        <ApiKeyForm onMade={setKey} onDirtyChange={setDirty} />
      )}
    </FormDialog>
  );
}
