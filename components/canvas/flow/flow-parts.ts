import type { EdgeTypes, NodeTypes } from "@xyflow/react";
import { LinkEdge } from "../edges/link-edge";
import { LoopEdge } from "../edges/loop-edge";
import { NodeCard } from "../nodes/node-card";
import { NodePill } from "../nodes/node-pill";
import { GroupFrame } from "../paper/group-frame";
import { StickyNote } from "../paper/sticky-note";

/** How React Flow draws our nodes, frames, notes and edges, in the editor and in traces. */
export const nodeTypes = {
  card: NodeCard,
  pill: NodePill,
  frame: GroupFrame,
  sticky: StickyNote,
} satisfies NodeTypes;
export const edgeTypes = { link: LinkEdge, loop: LoopEdge } satisfies EdgeTypes;
