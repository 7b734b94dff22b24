import type { NodeFace } from "../face";

export const aggregateFace: NodeFace = {
  title: "Aggregate",
  icon: "sigma",
  category: "data",
};
