import { EdgeLabelRenderer } from "@xyflow/react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

interface EdgeLabelProps {
  x: number;
  y: number;
  tone: "plain" | "waiting";
  children: ReactNode;
}

/** Words on an edge. */
export function EdgeLabel({ x, y, tone, children }: EdgeLabelProps) {
  return (
    <EdgeLabelRenderer>
      <span
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        className={cn(
          "pointer-events-none absolute whitespace-nowrap rounded-full border bg-card px-2 py-px text-2xs tabular-nums",
          tone === "waiting" ? "border-waiting-line text-waiting-ink" : "text-muted-foreground",
        )}
      >
        {children}
      </span>
    </EdgeLabelRenderer>
  );
}
