import type { NodeFace } from "../face";

export const transformFace: NodeFace = {
  title: "Transform",
  icon: "braces",
  category: "data",
};
