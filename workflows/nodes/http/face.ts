import type { NodeFace } from "../face";

export const httpFace: NodeFace = {
  title: "HTTP request",
  icon: "globe",
  category: "tools",
};
