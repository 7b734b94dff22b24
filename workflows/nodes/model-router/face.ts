import type { NodeFace } from "../face";

export const modelRouterFace: NodeFace = {
  title: "Model router",
  icon: "signpost",
  category: "model",
};
