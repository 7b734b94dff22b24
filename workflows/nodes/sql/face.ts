import type { NodeFace } from "../face";

export const sqlFace: NodeFace = {
  title: "SQL query",
  icon: "database",
  category: "tools",
};
