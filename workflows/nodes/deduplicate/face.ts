import type { NodeFace } from "../face";

export const deduplicateFace: NodeFace = {
  title: "Deduplicate",
  icon: "copy-minus",
  category: "data",
};
