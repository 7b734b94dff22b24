import type { NodeFace } from "../face";

export const humanFace: NodeFace = {
  title: "Human",
  icon: "user-check",
  category: "human",
};
