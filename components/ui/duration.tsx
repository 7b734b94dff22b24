import { cn } from "./cn";
import { formatDuration } from "./format/duration";

export function Duration({ ms, className }: { ms: number | null | undefined; className?: string }) {
  return <span className={cn("tabular-nums", className)}>{formatDuration(ms)}</span>;
}
