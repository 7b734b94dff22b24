"use client";

import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { ShownOnce } from "../shown-once";

interface InvitationLinkProps {
  token: string;
  onDone: () => void;
}

export function InvitationLink({ token, onDone }: InvitationLinkProps) {
  const link = `${location.origin}/invite/${encodeURIComponent(token)}`;
  return (
    <>
      <DialogBody>
        <ShownOnce label="Invitation link" value={link} />
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </>
  );
}
