import type { NodeFace } from "../face";

export const sortFace: NodeFace = {
  title: "Sort",
  icon: "arrow-down-wide-narrow",
  category: "data",
};
