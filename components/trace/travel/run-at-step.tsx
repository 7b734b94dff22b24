"use client";

import type { ReactNode } from "react";
import type { RunFeed } from "@/components/realtime/run-feed";
import type { StepView } from "@/workflows/events/steps/step-views";
import type { GraphDocument } from "@/workflows/graph/document";
import { StepBar } from "./step-bar";
import { useRunAtStep } from "./use-run-at-step";

interface RunAtStepProps {
  feed: RunFeed;
  document: GraphDocument;
  /** Somebody went to a step. */
  onTravel?: (() => void) | undefined;
  /** What shows the run: as it is, or as it stood at the step that is looked at. */
  children: (feed: RunFeed, step: StepView | undefined) => ReactNode;
}

/** A run with the scrubber over its steps below it. */
export function RunAtStep({ feed, document, onTravel, children }: RunAtStepProps) {
  const at = useRunAtStep(feed);
  return (
    <div className="absolute inset-0 flex flex-col">
      <div className="relative min-h-0 flex-1">{children(at.shown ?? feed, at.step)}</div>
      <StepBar at={at} document={document} onTravel={onTravel} />
    </div>
  );
}
