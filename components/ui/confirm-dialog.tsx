"use client";

import { AlertDialog as Primitive } from "radix-ui";
import { type ReactNode, useId, useState } from "react";
import { Button } from "./button";
import { errorMessage } from "./error-message";
import { FieldError } from "./field";
import { useFocusReturn } from "./focus-return";
import { Input } from "./input";
import { Label } from "./label";
import { overlayClasses } from "./overlay-classes";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question, with the name of the thing: Delete “Refund desk”? */
  title: string;
  /** What will happen, and what cannot be undone. */
  description: ReactNode;
  /** The verb on the button: Delete. */
  action: string;
  /** What must be typed before the button works, for acts that lose much. */
  typeToConfirm?: string;
  danger?: boolean;
  /** The dialog stays open until it settles, and shows why when it fails. */
  onConfirm: () => Promise<unknown>;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ open, onOpenChange, ...question }: ConfirmDialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className={overlayClasses} />
        <Panel>
          <Question {...question} close={() => onOpenChange(false)} />
        </Panel>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function Panel({ children }: { children: ReactNode }) {
  const onCloseAutoFocus = useFocusReturn();
  return (
    <Primitive.Content
      onCloseAutoFocus={onCloseAutoFocus}
      className="fade-in-0 slide-in-from-bottom-2 fixed inset-x-0 bottom-0 z-50 grid animate-in gap-4 rounded-t-lg border bg-popover p-5 text-popover-foreground shadow-float duration-150 sm:inset-0 sm:m-auto sm:h-fit sm:w-[calc(100%-2rem)] sm:max-w-md sm:rounded-lg"
    >
      {children}
    </Primitive.Content>
  );
}

type QuestionProps = Omit<ConfirmDialogProps, "open" | "onOpenChange"> & { close: () => void };

function Question({
  title,
  description,
  action,
  typeToConfirm,
  danger = true,
  onConfirm,
  close,
}: QuestionProps) {
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const input = useId();
  const ready = !typeToConfirm || typed.trim() === typeToConfirm;

  async function confirm() {
    setBusy(true);
    setError(undefined);
    try {
      await onConfirm();
      close();
    } catch (problem) {
      setError(errorMessage(problem));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <div className="grid gap-1.5">
        <Primitive.Title className="break-words font-semibold text-base">{title}</Primitive.Title>
        <Primitive.Description asChild>
          <div className="text-muted-foreground text-sm">{description}</div>
        </Primitive.Description>
      </div>
      {typeToConfirm ? (
        <div className="grid gap-1.5">
          <Label htmlFor={input} className="font-normal">
            Type <strong className="font-semibold">{typeToConfirm}</strong> to confirm
          </Label>
          <Input
            id={input}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
      ) : null}
      <FieldError message={error} />
      <div className="flex justify-end gap-2">
        <Primitive.Cancel asChild>
          <Button>Cancel</Button>
        </Primitive.Cancel>
        <Button
          variant={danger ? "danger" : "primary"}
          busy={busy}
          disabled={!ready}
          onClick={() => void confirm()}
        >
          {action}
        </Button>
      </div>
    </>
  );
}
