import type { NodeFace } from "../face";

export const branchFace: NodeFace = {
  title: "Branch",
  icon: "split",
  category: "flow",
};
