import type { NodeFace } from "../face";

export const eventAddressFace: NodeFace = {
  title: "Event address",
  icon: "webhook",
  category: "flow",
};
