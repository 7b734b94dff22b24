import type { NodeFace } from "../face";

export const callAgentFace: NodeFace = {
  title: "Call agent",
  icon: "square-arrow-out-up-right",
  category: "agent",
};
