"use client";

import { type EdgeProps, getBezierPath } from "@xyflow/react";
import { memo } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { useEdgeRun } from "@/components/run/store/run-context";
import type { FlowEdge } from "../flow/flow-types";
import { useEdgeDimmed } from "../marks/use-marks";
import { DrawnEdge } from "./drawn-edge";
import { EdgeLabel } from "./edge-label";
import { edgeLook } from "./edge-look";
import { useEdgeIssues } from "./use-edge-issues";

/** An edge that leads on. */
export const LinkEdge = memo(function LinkEdge({ id, selected = false, data, ...ends }: EdgeProps<FlowEdge>) {
  const taken = useEdgeRun(id);
  const dimmed = useEdgeDimmed(id, ends.source, ends.target);
  const past = useEditor(({ document: { nodes } }) =>
    Boolean(nodes[ends.source]?.disabled || nodes[ends.target]?.disabled),
  );
  const cap = useEditor((state) => state.document.edges[id]?.cap);
  const [path, x, y] = getBezierPath(ends);
  const look = edgeLook({ selected, taken, loop: false, past, meaning: data?.meaning ?? "next" });
  const words = cap === undefined ? null : taken === null ? `at most ${cap}` : `${taken} of ${cap}`;
  const issues = useEdgeIssues(id);
  const labelled = words !== null || issues.length > 0;
  return (
    <DrawnEdge
      id={id}
      path={path}
      look={look}
      dimmed={dimmed}
      selected={selected}
      middle={{ x, y: labelled ? y + 26 : y }}
    >
      {labelled ? (
        <EdgeLabel x={x} y={y} tone="plain" issues={issues}>
          {words}
        </EdgeLabel>
      ) : null}
    </DrawnEdge>
  );
});
