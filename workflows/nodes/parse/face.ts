import type { NodeFace } from "../face";

export const parseFace: NodeFace = {
  title: "Parse",
  icon: "file-input",
  category: "data",
};
