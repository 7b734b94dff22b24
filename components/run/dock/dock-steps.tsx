"use client";

import { useBuild } from "@/components/editor/build-context";
import { StepBar } from "@/components/trace/travel/step-bar";
import { StepMarks } from "@/components/trace/travel/step-marks";
import { useRunAtStep } from "@/components/trace/travel/use-run-at-step";
import { useRun } from "../store/run-context";

/** The scrubber of the shown run: the canvas shows the step that is gone to. */
export function DockSteps() {
  const { feed } = useBuild();
  const document = useRun((state) => state?.document ?? null);
  const at = useRunAtStep(feed);
  if (!document) return null;
  return (
    <>
      <StepMarks step={at.step} />
      <StepBar at={at} document={document} />
    </>
  );
}
