"use client";

import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { InvitationLink } from "./invitation-link";
import { InviteForm } from "./invite-form";

interface InviteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Makes an invitation, then shows its link: the only time that it can be seen. */
export function InviteDialog({ open, onOpenChange }: InviteDialogProps) {
  const [token, setToken] = useState<string>();
  const [dirty, setDirty] = useState(false);
  const change = (next: boolean) => {
    onOpenChange(next);
    if (!next) setToken(undefined);
  };
  return (
    <FormDialog
      open={open}
      onOpenChange={change}
      dirty={dirty}
      onDiscard={() => setDirty(false)}
      title="Invite somebody"
      description={token ? undefined : "You get a link to send to them."}
    >
      {token ? (
        <InvitationLink token={token} onDone={() => change(false)} />
      ) : (
        <InviteForm onMade={setToken} onDirtyChange={setDirty} />
      )}
    </FormDialog>
  );
}
