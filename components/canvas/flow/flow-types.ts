import type { Edge, Node } from "@xyflow/react";
import type { Port } from "@/workflows/nodes/port";

/** Nothing travels in node data: a card reads its node by id, so that a move renders one card and not all. */
export type CardNode = Node<Record<string, never>, "card" | "pill">;
/** The frame of a group; `hint` says what letting go of the dragged nodes would do to it. */
export type FrameNode = Node<{ hint?: "join" | "leave" }, "frame">;
export type StickyNode = Node<Record<string, never>, "sticky">;
export type FlowNode = CardNode | FrameNode | StickyNode;
export type FlowEdge = Edge<{ meaning: Port["meaning"] }, "link" | "loop">;

/** Handles of a card: edges arrive at the left, those that lead back arrive from below. */
export const inHandle = "in";
export const loopHandle = "loop-in";
