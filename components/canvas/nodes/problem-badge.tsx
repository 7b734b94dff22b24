"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { ProblemList } from "@/components/editor/problems/problem-list";
import { worstOf } from "@/components/editor/store/issues";
import { cn } from "@/components/ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { Issue } from "@/workflows/graph/issue";

interface ProblemBadgeProps {
  issues: readonly Issue[];
  className?: string;
}

/** Says at a node or an edge that it has problems; opened, which, with their repairs. */
export function ProblemBadge({ issues, className }: ProblemBadgeProps) {
  const [open, setOpen] = useState(false);
  const worst = worstOf(issues);
  if (!worst) return null;
  const Icon = worst === "error" ? CircleAlert : TriangleAlert;
  const count = issues.length === 1 ? "1 problem" : `${issues.length} problems`;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger>
        <button
          type="button"
          // The keyboard has the list in the top bar; a stop at every badge would only be in its way.
          tabIndex={-1}
          data-problem-badge=""
          onClick={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
          className={cn(
            "nodrag nopan relative mt-0.5 inline-flex shrink-0 rounded-full hover:brightness-90 before:absolute before:-inset-1.5 pointer-coarse:before:-inset-3",
            worst === "error" ? "text-failed" : "text-waiting",
            className,
          )}
        >
          <Icon aria-hidden className="size-4" />
          <span className="sr-only">{`${count}: ${issues.map(({ message }) => message).join("\n")}`}</span>
        </button>
      </PopoverTrigger>
      <PopoverContent
        aria-label={count}
        align="start"
        className="w-[27rem] p-0"
        // What is clicked in here is not meant for the node or edge beneath.
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => event.stopPropagation()}
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <ProblemList issues={issues} onGo={() => setOpen(false)} />
      </PopoverContent>
    </Popover>
  );
}
