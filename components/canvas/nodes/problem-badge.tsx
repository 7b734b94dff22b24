"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { worstOf } from "@/components/editor/store/issues";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";
import type { Issue } from "@/workflows/graph/issue";

/** Says on the card that its node has problems, and on hover which. */
export function ProblemBadge({ issues }: { issues: readonly Issue[] }) {
  const worst = worstOf(issues);
  if (!worst) return null;
  const Icon = worst === "error" ? CircleAlert : TriangleAlert;
  const tip = issues.map((issue) => issue.message).join("\n");
  return (
    <Tooltip tip={<span className="whitespace-pre-line">{tip}</span>}>
      <span className={cn("mt-0.5 inline-flex", worst === "error" ? "text-failed" : "text-waiting")}>
        <Icon aria-hidden className="size-4" />
        <span className="sr-only">{`${issues.length === 1 ? "1 problem" : `${issues.length} problems`}: ${tip}`}</span>
      </span>
    </Tooltip>
  );
}
