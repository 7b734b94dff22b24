"use client";

import { EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo, type ReactNode } from "react";
import { LinkEdge } from "@/components/canvas/edges/link-edge";
import { LoopEdge } from "@/components/canvas/edges/loop-edge";
import type { FlowEdge } from "@/components/canvas/flow/flow-types";
import { useEditor } from "@/components/editor/store/editor-context";
import { cn } from "@/components/ui/cn";
import { toneClasses } from "@/components/ui/tone";
import { kindLooks } from "../changes/change-words";
import type { Change } from "../changes/changes";
import { useMarked } from "./marked";

/** The line itself comes first; the second path is what the pointer finds. */
const strokes: Record<Change["kind"], string> = {
  added: "[&_path:first-of-type]:stroke-done!",
  removed: "[&_path:first-of-type]:stroke-failed! [&_path:first-of-type]:[stroke-dasharray:6_5]!",
  changed: "[&_path:first-of-type]:stroke-waiting!",
};

interface MarkProps {
  id: string;
  selected: boolean;
  /** Where its sign stands. */
  at: { x: number; y: number };
  children: ReactNode;
}

function Mark({ id, selected, at, children }: MarkProps) {
  const kind = useMarked().edges.get(id);
  if (!kind) return children;
  const { sign, tone } = kindLooks[kind];
  return (
    <g
      className={cn(
        strokes[kind],
        selected ? "[&_path:first-of-type]:stroke-4!" : "[&_path:first-of-type]:stroke-2!",
      )}
    >
      {children}
      <EdgeLabelRenderer>
        <span
          aria-hidden
          style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
          className={cn(
            "pointer-events-none absolute grid size-5 place-items-center rounded-full border font-mono font-semibold text-xs",
            toneClasses[tone].pill,
          )}
        >
          {sign}
        </span>
      </EdgeLabelRenderer>
    </g>
  );
}

/** An edge as the editor draws it, with what happened to it. */
export const ComparedLink = memo(function ComparedLink(props: EdgeProps<FlowEdge>) {
  const { id, selected = false, sourceX, sourceY, targetX, targetY } = props;
  const hasWords = useEditor((state) => state.document.edges[id]?.cap !== undefined);
  const at = { x: (sourceX + targetX) / 2, y: (sourceY + targetY) / 2 - (hasWords ? 20 : 0) };
  return (
    <Mark id={id} selected={selected} at={at}>
      <LinkEdge {...props} />
    </Mark>
  );
});

/** The same for an edge that leads back; its own words stand in its middle. */
export const ComparedLoop = memo(function ComparedLoop(props: EdgeProps<FlowEdge>) {
  const { id, selected = false, targetX, targetY } = props;
  return (
    <Mark id={id} selected={selected} at={{ x: targetX, y: targetY + 16 }}>
      <LoopEdge {...props} />
    </Mark>
  );
});
