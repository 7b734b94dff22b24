import { countSelected } from "../store/selection";
import type { CommandContext } from "./command";
import { copyableNodes, nodesMeant, workingNodes } from "./edit-selection";

export const hasSelection = ({ store }: CommandContext) => countSelected(store.getState().selection) > 0;

export const hasCopyable = ({ store }: CommandContext) => {
  const { document, selection } = store.getState();
  return selection.stickies.size > 0 || copyableNodes(document, selection).length > 0;
};

/** Something that can be turned off. */
export const hasWorking = ({ store }: CommandContext) => {
  const { document, selection } = store.getState();
  return workingNodes(document, selection).length > 0;
};

/** Exactly one node, group or note. */
export const oneThing = ({ store }: CommandContext) => {
  const { selection } = store.getState();
  return countSelected(selection) === 1 && selection.edges.size === 0;
};

/** Exactly one node or group. */
export const oneTitle = (context: CommandContext) =>
  oneThing(context) && context.store.getState().selection.stickies.size === 0;

export const oneNode = ({ store }: CommandContext) => store.getState().selection.nodes.size === 1;

/** At least so many nodes are selected, by themselves or with their group. */
export const nodesMeantAtLeast =
  (least: number) =>
  ({ store }: CommandContext) => {
    const { document, selection } = store.getState();
    return nodesMeant(document, selection).length >= least;
  };

/** At least so many nodes are selected. */
export const nodesSelected =
  (least: number) =>
  ({ store }: CommandContext) =>
    store.getState().selection.nodes.size >= least;
