/** Tint of the icon chip and heading in the palette. */
export const nodeCategories = ["flow", "model", "agent", "data", "tools", "human", "code", "safety"] as const;
export type NodeCategory = (typeof nodeCategories)[number];

/** What a node type shows of itself on the canvas: a small part of its definition that is there before the rest. */
export interface NodeFace {
  /** Where runs begin and end; validator and compiler find those nodes by it, never by their type's name. */
  role?: "start" | "end";
  title: string;
  /** Name of a lucide icon in kebab-case. */
  icon: string;
  category: NodeCategory;
}
