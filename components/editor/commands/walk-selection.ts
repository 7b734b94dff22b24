import { type Direction, firstNode, neighbour, reached } from "../graph/walk";
import { onlySelected, selectNodes } from "../store/selection";
import type { CommandContext } from "./command";

/** One node further, or to the first one while none is selected. */
export function walk({ store, view }: CommandContext, direction: Direction): void {
  const { document, selection, select } = store.getState();
  const { nodeId } = onlySelected(selection);
  const next = nodeId ? neighbour(document, nodeId, direction) : firstNode(document);
  if (!next) return;
  select(selectNodes([next]));
  view.focus(next);
}

/** Adds everything that can come before, or after, what is selected. */
export function selectReached({ store }: CommandContext, towards: "upstream" | "downstream"): void {
  const { document, selection, select } = store.getState();
  select(selectNodes(reached(document, selection.nodes, towards)));
}

export function selectSameType({ store }: CommandContext): void {
  const { document, selection, select } = store.getState();
  const types = new Set([...selection.nodes].map((id) => document.nodes[id]?.type));
  select(selectNodes(Object.keys(document.nodes).filter((id) => types.has(document.nodes[id]?.type))));
}
