"use client";

import { ChevronLeft, ChevronRight, GitFork, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { StepView } from "@/workflows/events/steps/step-views";
import { stepWords } from "@/workflows/events/steps/step-words";

interface ScrubberProps {
  /** How many steps there are. */
  count: number;
  /** Place of the step that is looked at; null: none, the run as it is. */
  index: number | null;
  /** What is known of it; absent while it loads. */
  step: StepView | undefined;
  titleOf: (nodeId: string) => string;
  onMove: (index: number | null) => void;
  /** Absent: nothing can go on from this step, or whoever looks may not. */
  onFork?: (() => void) | undefined;
}

/** Goes through the steps of a run, by pointer or by keys: arrows one step, Home to the input, End to the last. */
export function Scrubber({ count, index, step, titleOf, onMove, onFork }: ScrubberProps) {
  const last = count - 1;
  const at = index ?? last;
  const words = step && stepWords(step, titleOf);
  const text = words ? `${words.name}: ${words.ran}. Next: ${words.next}` : `${at + 1} of ${count}`;
  return (
    <section
      aria-label="Steps of the run"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t bg-card px-3 py-1.5"
    >
      <div className="flex min-w-48 flex-1 items-center gap-1">
        <IconButton
          icon={ChevronLeft}
          label="Step before"
          size="sm"
          disabled={at <= 0}
          onClick={() => onMove(at - 1)}
        />
        <input
          type="range"
          aria-label="Step"
          aria-valuetext={index === null ? `The run as it is, ${count} steps` : text}
          min={0}
          max={last}
          step={1}
          value={at}
          onChange={(event) => onMove(event.target.valueAsNumber)}
          // Its thumb stands at the last step from the start, where no change would be told.
          onPointerUp={(event) => {
            if (index === null) onMove(event.currentTarget.valueAsNumber);
          }}
          onKeyDown={(event) => {
            if (index === null && (event.key === "End" || event.key === "ArrowRight")) onMove(last);
            if (event.key === "Escape" && index !== null) onMove(null);
          }}
          className="h-7 min-w-0 flex-1 cursor-pointer accent-running pointer-coarse:h-11"
        />
        <IconButton
          icon={ChevronRight}
          label="Step after"
          size="sm"
          disabled={index === null || at >= last}
          onClick={() => onMove(at + 1)}
        />
      </div>
      <p className="min-w-0 max-w-full truncate text-muted-foreground text-xs tabular-nums">
        {index === null ? (
          `${count} ${count === 1 ? "step" : "steps"}: move to look back`
        ) : words ? (
          <>
            <span className="font-medium text-foreground">{words.name}</span>
            {` · ${words.ran} → ${words.next}`}
          </>
        ) : (
          `${at + 1} of ${count}`
        )}
      </p>
      {index === null ? null : (
        <span className="flex items-center gap-1">
          {onFork ? (
            <Button size="sm" onClick={onFork}>
              <GitFork aria-hidden />
              Fork from here
            </Button>
          ) : null}
          <IconButton icon={X} label="Back to the run as it is" size="sm" onClick={() => onMove(null)} />
        </span>
      )}
    </section>
  );
}
