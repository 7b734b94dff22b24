import type { NodeFace } from "../face";

export const codeFace: NodeFace = {
  title: "Code",
  icon: "square-code",
  category: "code",
};
