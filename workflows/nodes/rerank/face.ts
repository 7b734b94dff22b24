import type { NodeFace } from "../face";

export const rerankFace: NodeFace = {
  title: "Rerank",
  icon: "list-ordered",
  category: "data",
};
