import type { NodeFace } from "../face";

export const mergeFace: NodeFace = {
  title: "Merge",
  icon: "combine",
  category: "data",
};
