import type { NodeFace } from "../face";

export const setStateFace: NodeFace = {
  title: "Set state",
  icon: "pencil-line",
  category: "data",
};
