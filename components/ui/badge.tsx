import type { ComponentProps } from "react";
import { cn } from "./cn";
import { type Tone, toneClasses } from "./tone";

/** A short fact in a pill: a version, a role, a count of problems. */
export function Badge({ tone = "neutral", className, ...props }: ComponentProps<"span"> & { tone?: Tone }) {
  return (
    <span
      className={cn(
        "inline-flex h-5 max-w-full items-center gap-1 whitespace-nowrap rounded-full border px-2 text-xs [&_svg]:size-3",
        toneClasses[tone].pill,
        className,
      )}
      {...props}
    />
  );
}
