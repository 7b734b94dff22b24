import type { CommandContext } from "./command";
import { copyableNodes } from "./edit-selection";

export const hasSelection = ({ store }: CommandContext) => {
  const { nodes, edges } = store.getState().selection;
  return nodes.size + edges.size > 0;
};

export const hasCopyable = ({ store }: CommandContext) => {
  const { document, selection } = store.getState();
  return copyableNodes(document, selection).length > 0;
};

export const oneNode = ({ store }: CommandContext) => store.getState().selection.nodes.size === 1;

/** At least so many nodes are selected. */
export const nodesSelected =
  (least: number) =>
  ({ store }: CommandContext) =>
    store.getState().selection.nodes.size >= least;
