"use client";

import { useCallback } from "react";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { CheckpointView } from "@/workflows/events/run-view";
import { useStepAddress } from "../travel/use-step";
import { StepRow } from "./step-row";
import { StepState } from "./step-state";
import { useSettled } from "./use-settled";

interface StepsProps {
  runId: string;
  checkpoints: readonly CheckpointView[];
  startedAt: number | undefined;
  titleOf: (nodeId: string) => string;
}

/** The state after each superstep; its values are read when a step is opened. */
export function Steps({ runId, checkpoints, startedAt, titleOf }: StepsProps) {
  const [number, setNumber] = useStepAddress();
  // Those that are passed over on the way to a step are not read.
  const settled = useSettled(number, 120);
  const toggle = useCallback((step: number | null) => void setNumber(step), [setNumber]);
  if (checkpoints.length === 0) {
    return <p className="p-4 text-muted-foreground">No step is stored yet.</p>;
  }
  return (
    <ol className="divide-y">
      {checkpoints.map((checkpoint, index) => {
        const open = checkpoint.step === number;
        return (
          <li key={checkpoint.checkpointId} ref={open ? intoView : undefined}>
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

/** The step that is looked at is chosen on the graph, too. */
function intoView(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: "nearest" });
}
