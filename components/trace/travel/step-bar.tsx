"use client";

import { useState } from "react";
import { useMe } from "@/components/data/use-me";
import { Notice } from "@/components/ui/notice";
import type { StepView } from "@/workflows/events/steps/step-views";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeTitle } from "@/workflows/nodes/node-title";
import { LateForkDialog } from "./late-fork-dialog";
import { Scrubber } from "./scrubber";
import type { useRunAtStep } from "./use-run-at-step";

interface StepBarProps {
  at: ReturnType<typeof useRunAtStep>;
  /** The graph as it ran. */
  document: GraphDocument;
  /** Somebody went to a step. */
  onTravel?: (() => void) | undefined;
}

/** The scrubber of a run, with the way to go on from the step that is looked at. */
export function StepBar({ at, document, onTravel }: StepBarProps) {
  const { can } = useMe();
  const [forking, setForking] = useState<StepView | null>(null);
  const { runId, count, index, step, error, retry } = at;
  if (count === 0) return null;
  const mayFork = can("run.create") && step !== undefined && step.step >= 0 && step.next.length > 0;
  return (
    <>
      {error ? (
        <Notice tone="failed" className="m-2" title="The steps could not be read">
          {error.message}{" "}
          <button type="button" className="underline" onClick={() => void retry()}>
            Try again
          </button>
        </Notice>
      ) : null}
      <Scrubber
        count={count}
        index={index}
        step={step}
        titleOf={(id) => nodeTitle(document, id)}
        onMove={(to) => {
          if (index === null && to !== null) onTravel?.();
          at.move(to);
        }}
        onFork={mayFork ? () => setForking(step) : undefined}
      />
      {forking ? (
        <LateForkDialog
          runId={runId}
          document={document}
          from={{ checkpointId: forking.checkpointId }}
          step={forking}
          onClose={() => setForking(null)}
        />
      ) : null}
    </>
  );
}
