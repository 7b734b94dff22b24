import type { NodeFace } from "../face";

export const switchFace: NodeFace = {
  title: "Switch",
  icon: "list-tree",
  category: "flow",
};
