import type { NodeFace } from "../face";

export const endFace: NodeFace = {
  role: "end",
  title: "End",
  icon: "flag",
  category: "flow",
};
