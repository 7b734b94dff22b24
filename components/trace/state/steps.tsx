"use client";

import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { formatDuration } from "@/components/ui/format/duration";
import type { CheckpointView } from "@/workflows/events/run-view";
import { StepState } from "./step-state";

interface StepsProps {
  runId: string;
  checkpoints: readonly CheckpointView[];
  startedAt: number | undefined;
  titleOf: (nodeId: string) => string;
}

/** The state after each superstep; its values are read when a step is opened. */
export function Steps({ runId, checkpoints, startedAt, titleOf }: StepsProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  if (checkpoints.length === 0) {
    return <p className="p-4 text-muted-foreground">No step is stored yet.</p>;
  }
  return (
    <ol className="divide-y">
      {checkpoints.map((checkpoint, index) => {
        const open = checkpoint.checkpointId === openId;
        return (
          <li key={checkpoint.checkpointId}>
            <button
              type="button"
              aria-expanded={open}
              onClick={() => setOpenId(open ? null : checkpoint.checkpointId)}
              className="flex w-full items-baseline gap-3 px-4 py-2 text-left hover:bg-accent/60 focus-visible:outline-offset-[-2px]"
            >
              <span className={cn("shrink-0 tabular-nums", open && "font-medium")}>
                {isInput(checkpoint) ? "Input" : `Step ${checkpoint.step}`}
              </span>
              <span className="min-w-0 flex-1 truncate text-muted-foreground text-xs">
                {whatFollows(checkpoint, titleOf)}
              </span>
              {startedAt === undefined ? null : (
                <span className="text-muted-foreground text-xs tabular-nums">
                  +{formatDuration(checkpoint.ts - startedAt)}
                </span>
              )}
            </button>
            {open ? (
              <StepState
                runId={runId}
                checkpointId={checkpoint.checkpointId}
                previousId={checkpoints[index - 1]?.checkpointId}
              />
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

/** LangGraph stores the input as a step of its own, numbered -1, that its own entry node takes. */
function isInput({ step }: CheckpointView): boolean {
  return step < 0;
}

function whatFollows(checkpoint: CheckpointView, titleOf: (nodeId: string) => string): string {
  if (isInput(checkpoint)) return "before anything ran";
  const next = checkpoint.next.map(titleOf).join(", ");
  return next ? `then ${next}` : "nothing more to run";
}
