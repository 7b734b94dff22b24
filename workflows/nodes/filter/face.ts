import type { NodeFace } from "../face";

export const filterFace: NodeFace = {
  title: "Filter",
  icon: "funnel",
  category: "data",
};
