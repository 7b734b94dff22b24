"use client";

import { BaseEdge } from "@xyflow/react";
import { type ReactNode, useState } from "react";
import type { EdgeLook } from "./edge-look";
import { InsertButton } from "./insert-button";

interface DrawnEdgeProps {
  id: string;
  path: string;
  look: EdgeLook;
  /** Others are lit. */
  dimmed: boolean;
  selected: boolean;
  /** Where its + stands. */
  middle: { x: number; y: number };
  children?: ReactNode;
}

/** The line of an edge, and its + while the pointer is on it or it is selected. */
export function DrawnEdge({ id, path, look, dimmed, selected, middle, children }: DrawnEdgeProps) {
  const [hovered, setHovered] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only uncovers what a key does too
    <g
      opacity={dimmed ? 0.25 : undefined}
      onMouseEnter={() => setHovered(true)}
      onMouseLeave={() => setHovered(false)}
    >
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={20}
        style={{ stroke: look.stroke, strokeWidth: look.width, strokeDasharray: look.dash }}
      />
      {children}
      {hovered || selected ? <InsertButton edgeId={id} x={middle.x} y={middle.y} /> : null}
    </g>
  );
}
