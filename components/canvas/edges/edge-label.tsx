import { EdgeLabelRenderer } from "@xyflow/react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { Issue } from "@/workflows/graph/issue";
import { ProblemBadge } from "../nodes/problem-badge";

interface EdgeLabelProps {
  x: number;
  y: number;
  tone: "plain" | "waiting";
  issues: readonly Issue[];
  children: ReactNode;
}

/** Words on an edge, and what is wrong with it. */
export function EdgeLabel({ x, y, tone, issues, children }: EdgeLabelProps) {
  return (
    <EdgeLabelRenderer>
      <span
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        className={cn(
          "pointer-events-none absolute inline-flex items-center gap-1 whitespace-nowrap rounded-full border bg-card px-2 py-px text-2xs tabular-nums",
          issues.length > 0 && "px-1",
          tone === "waiting" ? "border-waiting-line text-waiting-ink" : "text-muted-foreground",
        )}
      >
        <ProblemBadge issues={issues} className="pointer-events-auto mt-0" />
        {children}
      </span>
    </EdgeLabelRenderer>
  );
}
