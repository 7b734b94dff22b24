import type { NodeFace } from "../face";

export const embedFace: NodeFace = {
  title: "Embed",
  icon: "waypoints",
  category: "data",
};
