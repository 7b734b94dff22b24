"use client";

import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { ConfirmDialog } from "./confirm-dialog";
import { Dialog, DialogClose, DialogContent, DialogFooter } from "./dialog";
import { useUnsavedGuard } from "./use-unsaved-guard";

interface FormDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  size?: "sm" | "md" | "lg";
  /** Something was typed that is not saved: closing and leaving the page then ask first. */
  dirty: boolean;
  /** Empties the form after somebody chose to lose what they typed. */
  onDiscard: () => void;
  /** The form, with DialogBody and FormDialogFooter. */
  children: ReactNode;
}

/** A dialog around a form that never loses what was typed without asking. */
export function FormDialog({
  open,
  onOpenChange,
  title,
  description,
  size,
  dirty,
  onDiscard,
  children,
}: FormDialogProps) {
  const [asking, setAsking] = useState(false);
  const guard = useUnsavedGuard(open && dirty);

  const change = (next: boolean) => {
    if (!next && dirty) setAsking(true);
    else onOpenChange(next);
  };
  const discard = async () => {
    onDiscard();
    onOpenChange(false);
  };

  return (
    <>
      <Dialog open={open} onOpenChange={change}>
        <DialogContent title={title} description={description} size={size}>
          {children}
        </DialogContent>
      </Dialog>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Discard what you typed?"
        description={`“${title}” has changes that are not saved.`}
        action="Discard"
        onConfirm={discard}
      />
      {guard}
    </>
  );
}

interface FormDialogFooterProps {
  /** The verb on the button that submits: Save. */
  action: string;
  busy: boolean;
  disabled?: boolean;
}

export function FormDialogFooter({ action, busy, disabled }: FormDialogFooterProps) {
  return (
    <DialogFooter>
      <DialogClose asChild>
        <Button>Cancel</Button>
      </DialogClose>
      <Button type="submit" variant="primary" busy={busy} disabled={disabled}>
        {action}
      </Button>
    </DialogFooter>
  );
}
