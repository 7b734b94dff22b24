import type { NodeFace } from "../face";

export const summariseFace: NodeFace = {
  title: "Summarise history",
  icon: "fold-vertical",
  category: "model",
};
