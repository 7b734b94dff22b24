import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { kindLooks } from "./change-words";
import type { Change } from "./changes";

interface ChangeBadgeProps {
  kind: Change["kind"];
  className?: string;
}

/** Sign and word of a change, in its colour. */
export function ChangeBadge({ kind, className }: ChangeBadgeProps) {
  const { sign, word, tone } = kindLooks[kind];
  return (
    <Badge tone={tone} className={cn("shrink-0", className)}>
      <span aria-hidden className="font-mono font-semibold">
        {sign}
      </span>
      {word}
    </Badge>
  );
}
