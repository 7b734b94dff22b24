"use client";

import { useEffect } from "react";
import type { NodeMark } from "@/components/canvas/marks/marks";
import { useSetMarks } from "@/components/canvas/marks/use-marks";
import type { StepView } from "@/workflows/events/steps/step-views";

const ran: NodeMark = { tint: "data", word: "Ran in this step" };
const next: NodeMark = { tint: "tools", word: "Next" };

/** Says on the cards which nodes ran in the step that is looked at, and which come next. */
export function StepMarks({ step }: { step: StepView | undefined }) {
  const setMarks = useSetMarks();
  useEffect(() => {
    if (!step) return;
    const outermost = (nodeId: string) => nodeId.split("/")[0] ?? nodeId;
    const nodes = new Map<string, NodeMark>([
      ...step.next.map((id) => [id, next] as const),
      ...step.writes.map(({ nodeId }) => [outermost(nodeId), ran] as const),
    ]);
    setMarks("step", { nodes, dimOthers: false });
    return () => setMarks("step", undefined);
  }, [setMarks, step]);
  return null;
}
