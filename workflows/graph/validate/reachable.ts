import { type Rule, titleOf } from "./subject";

/** No node lies where no run gets to. A warning: such nodes do no harm, they are just left out. */
export const reachable: Rule = (subject) => {
  if (subject.starts.length === 0) return [];
  return subject.nodes
    .filter(({ id }) => !subject.reachable.has(id))
    .map(({ id }) => ({
      code: "node_unreachable",
      severity: "warning",
      path: { nodeId: id },
      message: `No path leads from the start to ${titleOf(subject, id)}, so it never runs. Connect it or remove it.`,
    }));
};
