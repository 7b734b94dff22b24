import type { NodeFace } from "../face";

export const dateFace: NodeFace = {
  title: "Date",
  icon: "calendar-clock",
  category: "data",
};
