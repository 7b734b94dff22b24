import type { NodeFace } from "../face";

export const storeFace: NodeFace = {
  title: "Store",
  icon: "archive",
  category: "data",
};
