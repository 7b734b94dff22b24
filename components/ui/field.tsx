"use client";

import { CircleAlert } from "lucide-react";
import { Slot } from "radix-ui";
import { type ReactElement, type ReactNode, useId } from "react";
import { cn } from "./cn";
import { Label } from "./label";

interface FieldProps {
  label: ReactNode;
  /** One control that takes `id`, `aria-describedby` and `aria-invalid`. */
  children: ReactElement;
  help?: ReactNode;
  /** What is wrong and what to do; the control is then marked invalid. */
  error?: string | undefined;
  optional?: boolean;
  /** Stands at the right end of the label's line: a link, a counter. */
  aside?: ReactNode;
  id?: string;
  className?: string;
}

/** Label above, control, help under it, error under that; wired up for screen readers. */
export function Field({ label, children, help, error, optional, aside, id, className }: FieldProps) {
  const made = useId();
  const control = id ?? made;
  const helpId = `${control}-help`;
  const errorId = `${control}-error`;
  const described = [help ? helpId : null, error ? errorId : null].filter(Boolean).join(" ");
  return (
    <div className={cn("grid grid-cols-1 gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-2">
        <Label htmlFor={control}>
          {label}
          {optional ? <span className="ml-1 font-normal text-muted-foreground">optional</span> : null}
        </Label>
        {aside}
      </div>
      <Slot.Root
        id={control}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      >
        {children}
      </Slot.Root>
      {help ? (
        <p id={helpId} className="text-muted-foreground text-xs">
          {help}
        </p>
      ) : null}
      <FieldError id={errorId} message={error} />
    </div>
  );
}

/** The line under a field that says what is wrong with it; announced when it appears. */
export function FieldError({ id, message }: { id?: string; message?: string | undefined }) {
  return (
    <p id={id} aria-live="polite" className={message ? "flex gap-1.5 text-failed-ink text-xs" : "hidden"}>
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0 break-words">{message}</span>
    </p>
  );
}
