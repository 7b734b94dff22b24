import type { NodeFace } from "../face";

export const startFace: NodeFace = {
  role: "start",
  title: "Start",
  icon: "play",
  category: "flow",
};
