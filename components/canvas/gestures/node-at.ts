import type { InternalNode, XYPosition } from "@xyflow/react";
import type { FlowNode } from "../flow/flow-types";

/** The node that covers a point of the canvas, if any. */
export function nodeAt(nodes: Iterable<InternalNode<FlowNode>>, { x, y }: XYPosition): string | undefined {
  for (const { id, type, internals, measured } of nodes) {
    if (type === "frame" || type === "sticky") continue;
    const { x: left, y: top } = internals.positionAbsolute;
    const inside =
      x >= left && x <= left + (measured.width ?? 0) && y >= top && y <= top + (measured.height ?? 0);
    if (inside) return id;
  }
  return undefined;
}
