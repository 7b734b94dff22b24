import type { NodeFace } from "../face";

export const modelFace: NodeFace = {
  title: "Model",
  icon: "sparkles",
  category: "model",
};
