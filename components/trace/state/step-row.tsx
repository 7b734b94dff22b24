"use client";

import { memo } from "react";
import { cn } from "@/components/ui/cn";
import { formatDuration } from "@/components/ui/format/duration";
import type { CheckpointView } from "@/workflows/events/run-view";

interface StepRowProps {
  checkpoint: CheckpointView;
  startedAt: number | undefined;
  /** What came next, in words. */
  follows: string;
  open: boolean;
  onToggle: (step: number | null) => void;
}

/** One step in the list. Of five hundred only two change when another is looked at. */
export const StepRow = memo(function StepRow({
  checkpoint,
  startedAt,
  follows,
  open,
  onToggle,
}: StepRowProps) {
  const { step, ts } = checkpoint;
  return (
    <button
      type="button"
      aria-expanded={open}
      onClick={() => onToggle(open ? null : step)}
      className="flex w-full items-baseline gap-3 px-4 py-2 text-left hover:bg-accent/60 focus-visible:outline-offset-[-2px]"
    >
      <span className={cn("shrink-0 tabular-nums", open && "font-medium")}>
        {step < 0 ? "Input" : `Step ${step}`}
      </span>
      <span className="min-w-0 flex-1 truncate text-muted-foreground text-xs">{follows}</span>
      {startedAt === undefined ? null : (
        <span className="text-muted-foreground text-xs tabular-nums">+{formatDuration(ts - startedAt)}</span>
      )}
    </button>
  );
});
