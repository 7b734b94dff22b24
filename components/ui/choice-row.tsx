"use client";

import { Slot } from "radix-ui";
import { type ReactElement, type ReactNode, useId } from "react";
import { Label } from "./label";

interface ChoiceRowProps {
  label: ReactNode;
  help?: ReactNode;
  /** A Switch or a Checkbox. */
  children: ReactElement;
  /** Which end the control stands at: a switch at the right, a checkbox at the left. */
  side?: "left" | "right";
}

/** A switch or checkbox with its words beside it. */
export function ChoiceRow({ label, help, children, side = "right" }: ChoiceRowProps) {
  const id = useId();
  const control = (
    <Slot.Root id={id} aria-describedby={help ? `${id}-help` : undefined}>
      {children}
    </Slot.Root>
  );
  return (
    <div className="flex items-start gap-2.5">
      {side === "left" ? <span className="flex h-5 items-center">{control}</span> : null}
      <div className="grid min-w-0 flex-1 gap-0.5">
        <Label htmlFor={id}>{label}</Label>
        {help ? (
          <p id={`${id}-help`} className="text-muted-foreground text-xs">
            {help}
          </p>
        ) : null}
      </div>
      {side === "right" ? control : null}
    </div>
  );
}
