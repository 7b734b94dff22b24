import type { Reduce } from "./fold";

export const replayDiverged: Reduce<"replay.diverged"> = ({ view }, { data, node, visit }) => {
  // What comes after the first follows from it.
  view.diverged ??= { ...data, ...(node && { nodeId: node }), ...(visit && { visit }) };
};
