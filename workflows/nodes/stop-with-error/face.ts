import type { NodeFace } from "../face";

export const stopWithErrorFace: NodeFace = {
  title: "Stop with error",
  icon: "octagon-x",
  category: "flow",
};
