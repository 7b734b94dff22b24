import type { NodeFace } from "../face";

export const validateFace: NodeFace = {
  title: "Validate",
  icon: "shield-check",
  category: "data",
};
