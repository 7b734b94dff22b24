import type { NodeFace } from "../face";

export const mapFace: NodeFace = {
  title: "Map",
  icon: "layers",
  category: "flow",
};
