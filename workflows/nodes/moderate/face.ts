import type { NodeFace } from "../face";

export const moderateFace: NodeFace = {
  title: "Moderate",
  icon: "shield-alert",
  category: "safety",
};
