import type { NodeFace } from "../face";

export const extractFace: NodeFace = {
  title: "Extract",
  icon: "scan-text",
  category: "model",
};
