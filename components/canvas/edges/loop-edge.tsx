"use client";

import { type EdgeProps, type ReactFlowState, useStore } from "@xyflow/react";
import { memo, useCallback } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { useEdgeRun } from "@/components/run/store/run-context";
import type { FlowEdge } from "../flow/flow-types";
import { useEdgeDimmed } from "../marks/use-marks";
import { DrawnEdge } from "./drawn-edge";
import { EdgeLabel } from "./edge-label";
import { edgeLook } from "./edge-look";
import { type Box, loopPath, lowestBetween } from "./loop-path";
import { useEdgeIssues } from "./use-edge-issues";

/** An edge that leads back, drawn around the nodes it repeats, with its cap. */
export const LoopEdge = memo(function LoopEdge({ id, selected = false, data, ...ends }: EdgeProps<FlowEdge>) {
  const taken = useEdgeRun(id);
  const dimmed = useEdgeDimmed(id, ends.source, ends.target);
  const past = useEditor(({ document: { nodes } }) =>
    Boolean(nodes[ends.source]?.disabled || nodes[ends.target]?.disabled),
  );
  const cap = useEditor((state) => state.document.edges[id]?.cap);
  const { sourceX, sourceY, targetX, targetY } = ends;
  const lowest = useStore(
    useCallback(
      (state: ReactFlowState) => lowestBetween({ sourceX, sourceY, targetX, targetY }, boxesOf(state)),
      [sourceX, sourceY, targetX, targetY],
    ),
  );
  const issues = useEdgeIssues(id);
  const { path, labelX, labelY } = loopPath(ends, lowest);
  const look = edgeLook({ selected, taken, loop: true, past, meaning: data?.meaning ?? "next" });
  return (
    <DrawnEdge
      id={id}
      path={path}
      look={look}
      dimmed={dimmed}
      selected={selected}
      middle={{ x: labelX, y: labelY + 26 }}
    >
      <EdgeLabel x={labelX} y={labelY} tone={taken ? "waiting" : "plain"} issues={issues}>
        {loopWords(taken, cap)}
      </EdgeLabel>
    </DrawnEdge>
  );
});

function loopWords(taken: number | null, cap: number | undefined): string {
  if (taken === null) return cap === undefined ? "loop" : `loop · at most ${cap}`;
  return cap === undefined ? `loop · ${taken}` : `loop · ${taken} of ${cap}`;
}

function* boxesOf({ nodeLookup }: ReactFlowState): Iterable<Box> {
  for (const { internals, measured } of nodeLookup.values()) {
    const { x, y } = internals.positionAbsolute;
    yield { x, y, width: measured.width ?? 0, height: measured.height ?? 0 };
  }
}
