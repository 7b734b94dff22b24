import type { NodeChange } from "@xyflow/react";
import type { Box } from "@/components/editor/graph/arrange";
import { thingOf } from "@/components/editor/graph/things";
import type { Position } from "@/workflows/graph/document";
import type { FlowNode } from "./flow-types";

type Size = { width: number; height: number };
type Places = Record<string, Position>;

interface Sorted {
  /** Cards that have been measured. */
  sizes: [key: string, size: Size][];
  moving: Places;
  dropped: Places;
  /** Notes that are given another size; a place only where an upper or left edge is pulled. */
  resizing: [key: string, box: Partial<Box> & Size][];
  /** Whether that has come to its end. */
  resized: boolean;
}

/** What React Flow reports about nodes, by what it means to us. */
export function sortChanges(changes: readonly NodeChange<FlowNode>[]): Sorted {
  const sorted: Sorted = { sizes: [], moving: {}, dropped: {}, resizing: [], resized: false };
  const pulled: Places = {};
  for (const change of changes) {
    if (change.type === "position" && change.position) {
      // A resized node moves without being dragged.
      if (change.dragging === undefined) pulled[change.id] = change.position;
      else (change.dragging ? sorted.moving : sorted.dropped)[change.id] = change.position;
    }
    if (change.type !== "dimensions" || !change.dimensions) continue;
    if (thingOf(change.id).kind === "node") sorted.sizes.push([change.id, change.dimensions]);
    else if (change.resizing)
      sorted.resizing.push([change.id, { ...pulled[change.id], ...change.dimensions }]);
    else if (change.resizing === false) sorted.resized = true;
  }
  return sorted;
}
