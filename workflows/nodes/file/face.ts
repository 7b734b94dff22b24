import type { NodeFace } from "../face";

export const fileFace: NodeFace = {
  title: "File",
  icon: "file-text",
  category: "data",
};
