"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef } from "react";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { CheckpointView } from "@/workflows/events/run-view";
import { useStepAddress } from "../travel/use-step";
import { StepRow } from "./step-row";
import { StepState } from "./step-state";
import { useSettled } from "./use-settled";

const rowHeight = 37;

interface StepsProps {
  runId: string;
  checkpoints: readonly CheckpointView[];
  startedAt: number | undefined;
  titleOf: (nodeId: string) => string;
}

/** The state after each superstep; its values are read when a step is opened. Only steps in sight are drawn. */
export function Steps({ runId, checkpoints, startedAt, titleOf }: StepsProps) {
  const [number, setNumber] = useStepAddress();
  // Those that are passed over on the way to a step are not read.
  const settled = useSettled(number, 120);
  const toggle = useCallback((step: number | null) => void setNumber(step), [setNumber]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: checkpoints.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => checkpoints[index]?.checkpointId ?? index,
    overscan: 6,
  });
  // The step that is looked at is chosen on the graph, too.
  const at = number === null ? -1 : checkpoints.findIndex(({ step }) => step === number);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: "auto" });
  }, [virtual, at]);
  if (checkpoints.length === 0) {
    return <p className="p-4 text-muted-foreground">No step is stored yet.</p>;
  }
  return (
    <div ref={scroller} className="h-full overflow-y-auto max-lg:max-h-[70dvh]">
      <ol className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const checkpoint = checkpoints[index];
          if (!checkpoint) return null;
          const open = checkpoint.step === number;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={checkpoints.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0 border-b"
              style={{ transform: `translateY(${start}px)` }}
            >
              <StepRow
                checkpoint={checkpoint}
                startedAt={startedAt}
                follows={whatFollows(checkpoint, titleOf)}
                open={open}
                onToggle={toggle}
              />
              {open && settled !== number ? <SkeletonRows rows={2} label="Loading the state" /> : null}
              {open && settled === number ? (
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
    </div>
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
