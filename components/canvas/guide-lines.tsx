"use client";

import { type ReactFlowState, useStore } from "@xyflow/react";
import type { Guides } from "./gestures/snap";

const viewOf = (state: ReactFlowState) => state.transform;

/** The lines a dragged node is held by. */
export function GuideLines({ x, y }: Guides) {
  const [left, top, zoom] = useStore(viewOf);
  return (
    <>
      {x === undefined ? null : (
        <div
          data-guide="x"
          className="pointer-events-none absolute inset-y-0 z-10 w-px bg-running"
          style={{ left: x * zoom + left }}
        />
      )}
      {y === undefined ? null : (
        <div
          data-guide="y"
          className="pointer-events-none absolute inset-x-0 z-10 h-px bg-running"
          style={{ top: y * zoom + top }}
        />
      )}
    </>
  );
}
