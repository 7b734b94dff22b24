"use client";

import { useMemo } from "react";
import { StillCanvas, StillGraph } from "@/components/canvas/still-canvas";
import { nothingSelected, selectNodes } from "@/components/editor/store/selection";
import type { RunFeed } from "@/components/realtime/run-feed";
import { RunProvider } from "@/components/run/store/run-context";
import type { GraphDocument } from "@/workflows/graph/document";
import { RunAtStep } from "../travel/run-at-step";
import { StepMarks } from "../travel/step-marks";

interface RunGraphProps {
  feed: RunFeed;
  /** The graph as it was when it ran. */
  document: GraphDocument;
  selectedNodeId: string | null;
  onSelectNode: (nodeId: string) => void;
  /** Somebody went to a step of it. */
  onTravel?: (() => void) | undefined;
}

/** The graph of a run, to look at: what ran, what it cost, which edges were taken. */
export function RunGraph({ feed, document, selectedNodeId, onSelectNode, onTravel }: RunGraphProps) {
  // Of a node inside a subgraph, the subgraph is what this graph shows.
  const [outermost] = selectedNodeId?.split("/") ?? [];
  const selection = useMemo(
    () => (outermost === undefined ? nothingSelected : selectNodes([outermost])),
    [outermost],
  );
  return (
    <RunAtStep feed={feed} document={document} onTravel={onTravel}>
      {(shown, step) => (
        <RunProvider feed={shown}>
          <StillGraph document={document} selection={selection}>
            <StepMarks step={step} />
            <StillCanvas label="Graph as it ran" onSelectNode={onSelectNode} />
          </StillGraph>
        </RunProvider>
      )}
    </RunAtStep>
  );
}
