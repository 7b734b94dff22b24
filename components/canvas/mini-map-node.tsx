"use client";

import type { MiniMapNodeProps } from "@xyflow/react";
import { memo } from "react";
import { useNodeRun, usePassed } from "@/components/run/store/run-context";
import type { NodeStatus } from "@/workflows/events/run-view";

const fills: Record<NodeStatus, string> = {
  running: "var(--running)",
  done: "var(--done)",
  waiting: "var(--waiting)",
  failed: "var(--failed)",
};

/** A node on the map, in the colour of its state in the shown run. */
export const MiniMapNode = memo(function MiniMapNode({
  id,
  x,
  y,
  width,
  height,
  selected,
}: MiniMapNodeProps) {
  const passed = usePassed(id);
  const status = useNodeRun(id)?.status ?? (passed ? "done" : undefined);
  const fill = status ? fills[status] : "color-mix(in srgb, var(--muted-foreground) 45%, transparent)";
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={12}
      fill={fill}
      stroke={selected ? "var(--ring)" : "none"}
      strokeWidth={selected ? 12 : 0}
    />
  );
});
