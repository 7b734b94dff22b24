import type { GraphDocument } from "@/workflows/graph/document";
import type { Group } from "@/workflows/graph/layout";
import type { SingleOperation } from "@/workflows/graph/operation";
import type { Box } from "./arrange";
import { type Dragged, frameBoxes, goesAlong, holds, nodeBox, type SizeOf } from "./frames";

/** Nodes by the group they come into; null for those that come into none. */
export type Regrouping = ReadonlyMap<string, string | null>;

/** What changes about groups when the dragged nodes are let go: a node belongs to the frame its middle lies in. */
export function regrouping(document: GraphDocument, sizeOf: SizeOf, dragged: Dragged): Regrouping {
  const { groups } = document.layout;
  const staying = Object.entries(groups).filter(([id, group]) => !goesAlong(id, group, dragged));
  if (staying.length === 0) return new Map();
  const going = new Set(
    Object.entries(groups).flatMap(([id, group]) => (goesAlong(id, group, dragged) ? group.nodes : [])),
  );
  const boxes = frameBoxes(document, sizeOf, dragged);
  const changes = new Map<string, string | null>();
  for (const nodeId of Object.keys(dragged)) {
    if (!Object.hasOwn(document.nodes, nodeId) || going.has(nodeId)) continue;
    const own = staying.find(([, { nodes }]) => nodes.includes(nodeId))?.[0] ?? null;
    const next = frameAt(boxes, staying, nodeBox(document, sizeOf, nodeId, dragged), own);
    if (next !== own) changes.set(nodeId, next);
  }
  return changes;
}

/** Its own frame as long as it is in it; else the smallest one it lies in. */
function frameAt(
  boxes: ReadonlyMap<string, Box>,
  staying: readonly (readonly [string, Group])[],
  node: Box,
  own: string | null,
): string | null {
  const size = (id: string) => (boxes.get(id)?.width ?? 0) * (boxes.get(id)?.height ?? 0);
  const around = staying
    .map(([id]) => id)
    .filter((id) => {
      const frame = boxes.get(id);
      return frame !== undefined && holds(frame, node);
    });
  if (own !== null && around.includes(own)) return own;
  return around.sort((a, b) => size(a) - size(b))[0] ?? null;
}

/** The regrouping as operations: first the groups that only lose nodes, as setting another may dissolve them. */
export function regroupingSteps(document: GraphDocument, changes: Regrouping): SingleOperation[] {
  const joined = (id: string) => [...changes].flatMap(([nodeId, to]) => (to === id ? [nodeId] : []));
  const touched = Object.entries(document.layout.groups).flatMap(([id, group]) => {
    const nodes = [...group.nodes.filter((nodeId) => !changes.has(nodeId)), ...joined(id)];
    const same = nodes.length === group.nodes.length && joined(id).length === 0;
    return same
      ? []
      : [{ id, group: nodes.length > 0 ? { ...group, nodes } : null, gains: joined(id).length }];
  });
  return touched
    .sort((a, b) => a.gains - b.gains)
    .map(({ id, group }): SingleOperation => ({ op: "group.set", id, group }));
}
