import type { NodeFace } from "../face";

export const waitFace: NodeFace = {
  title: "Wait",
  icon: "alarm-clock",
  category: "flow",
};
