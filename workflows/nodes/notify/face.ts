import type { NodeFace } from "../face";

export const notifyFace: NodeFace = {
  title: "Notify",
  icon: "send",
  category: "tools",
};
