import type { NodeFace } from "../face";

export const classifyFace: NodeFace = {
  title: "Classify",
  icon: "tags",
  category: "model",
};
