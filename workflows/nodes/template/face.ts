import type { NodeFace } from "../face";

export const templateFace: NodeFace = {
  title: "Template",
  icon: "text-cursor-input",
  category: "data",
};
