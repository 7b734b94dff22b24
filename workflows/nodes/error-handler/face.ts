import type { NodeFace } from "../face";

export const errorHandlerFace: NodeFace = {
  title: "Error handler",
  icon: "life-buoy",
  category: "flow",
};
