import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClasses } from "./control-classes";

/** Grows with its text up to `max-h-*`; `rows` is its least height. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={cn(
        controlClasses,
        "field-sizing-content max-h-96 resize-y px-2.5 py-1.5 read-only:bg-muted",
        className,
      )}
      {...props}
    />
  );
}
