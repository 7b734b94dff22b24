import { LoaderCircle } from "lucide-react";
import { cn } from "./cn";

/** A turning circle for a wait of unknown length. Pass `label` when no words stand beside it. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  return (
    <span role={label ? "status" : undefined} className="inline-flex">
      <LoaderCircle aria-hidden className={cn("size-4 animate-spin", className)} />
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
