import { z } from "zod";
import { nodeIdSchema } from "./node";
import { paperColors } from "./paper-colors";

export const positionSchema = z.strictObject({ x: z.number(), y: z.number() });
export type Position = z.infer<typeof positionSchema>;

/** Ids of groups and stickies. */
export const paperIdSchema = z.string().regex(/^[a-z][a-zA-Z0-9_-]{0,63}$/);

/** Nodes that are drawn and moved together; a node is in one group at most. */
export const groupSchema = z.strictObject({
  title: z.string().max(120),
  color: z.enum(paperColors),
  nodes: z.array(nodeIdSchema),
});
export type Group = z.infer<typeof groupSchema>;

/** A note on the canvas itself, in Markdown. */
export const stickySchema = z.strictObject({
  text: z.string().max(10_000),
  x: z.number(),
  y: z.number(),
  width: z.number().min(1).max(10_000),
  height: z.number().min(1).max(10_000),
  color: z.enum(paperColors),
});
export type Sticky = z.infer<typeof stickySchema>;

/** Where things are on the canvas. */
export const layoutSchema = z.strictObject({
  nodes: z.record(nodeIdSchema, positionSchema),
  groups: z.record(paperIdSchema, groupSchema).default({}),
  stickies: z.record(paperIdSchema, stickySchema).default({}),
});
export type Layout = z.infer<typeof layoutSchema>;

/** A layout that only says where nodes are. */
export function layoutOf(nodes: Layout["nodes"]): Layout {
  return { nodes, groups: {}, stickies: {} };
}
