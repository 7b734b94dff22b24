import type { NodeFace } from "../face";

export const agentFace: NodeFace = {
  title: "Agent",
  icon: "bot",
  category: "agent",
};
