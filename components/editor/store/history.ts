import { coalesce } from "@/workflows/graph/coalesce";
import type { GraphDocument } from "@/workflows/graph/document";
import { invert } from "@/workflows/graph/invert";
import type { Operation } from "@/workflows/graph/operation";

/** How many gestures can be taken back. */
export const HISTORY_LIMIT = 300;
/** Two strokes of one gesture further apart than this are two gestures. */
const GESTURE_MS = 1_000;

export interface HistoryEntry {
  forward: Operation;
  backward: Operation;
  at: number;
}

/** What can be taken back and done again, newest last. */
export interface History {
  undo: readonly HistoryEntry[];
  redo: readonly HistoryEntry[];
}

export const emptyHistory: History = { undo: [], redo: [] };

/** History after a person's own operation; `before` is the document it was applied to. */
export function record(history: History, before: GraphDocument, operation: Operation, at: number): History {
  const last = history.undo.at(-1);
  const merged = last && at - last.at < GESTURE_MS ? coalesce(last.forward, operation) : undefined;
  if (last && merged) {
    return { undo: [...history.undo.slice(0, -1), { ...last, forward: merged, at }], redo: [] };
  }
  const entry = { forward: operation, backward: invert(before, operation), at };
  return { undo: [...history.undo.slice(1 - HISTORY_LIMIT), entry], redo: [] };
}
