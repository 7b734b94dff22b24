import type { NodeFace } from "../face";

export const guardrailFace: NodeFace = {
  title: "Guardrail",
  icon: "shield-check",
  category: "safety",
};
