import type { NodeFace } from "../face";

export const subgraphFace: NodeFace = {
  title: "Subgraph",
  icon: "workflow",
  category: "flow",
};
