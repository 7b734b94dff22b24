"use client";

import type { MiniMapNodeProps } from "@xyflow/react";
import { memo } from "react";
import { thingOf } from "@/components/editor/graph/things";
import { useEditor } from "@/components/editor/store/editor-context";
import { type ShownStatus, useNodeStatus, usePassed } from "@/components/run/store/run-context";
import { paperLooks } from "./paper/paper-looks";

const fills: Record<ShownStatus | "none", string> = {
  running: "var(--running)",
  done: "var(--done)",
  waiting: "var(--waiting)",
  failed: "var(--failed)",
  skipped: "color-mix(in srgb, var(--muted-foreground) 25%, transparent)",
  none: "color-mix(in srgb, var(--muted-foreground) 45%, transparent)",
};

/** What is on the canvas, on its map. */
export const MiniMapNode = memo(function MiniMapNode(props: MiniMapNodeProps) {
  return thingOf(props.id).kind === "node" ? <MapNode {...props} /> : <MapPaper {...props} />;
});

/** A frame or a note, in its colour. */
function MapPaper({ id: key, x, y, width, height, selected }: MiniMapNodeProps) {
  const { kind, id } = thingOf(key);
  const color = useEditor(
    ({ document: { layout } }) => (kind === "group" ? layout.groups : layout.stickies)[id]?.color,
  );
  if (!color) return null;
  return (
    <rect
      x={x}
      y={y}
      width={width}
      height={height}
      rx={12}
      fill={paperLooks[color].map}
      fillOpacity={kind === "group" ? 0.35 : 0.9}
      stroke={selected ? "var(--ring)" : paperLooks[color].map}
      strokeWidth={selected ? 12 : 6}
    />
  );
}

/** A node, in the colour of its state in the shown run. */
const MapNode = memo(function MapNode({ id, x, y, width, height, selected }: MiniMapNodeProps) {
  const passed = usePassed(id);
  const status = useNodeStatus(id);
  const fill = fills[passed ? "done" : (status ?? "none")];
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
