import { z } from "zod";
import { nodeIdSchema } from "./node";

export const edgeIdSchema = z.string().regex(/^[a-z][a-zA-Z0-9_-]{0,127}$/);
export const portNameSchema = z.string().min(1).max(64);

/**
 * An edge from a node's named port to a node.
 * `cap` bounds how often one run may take it; past it the run leaves by the source's `limit` port if that is
 * connected, else stops with `loop_cap_reached`.
 */
export const edgeSchema = z.strictObject({
  source: nodeIdSchema,
  port: portNameSchema,
  target: nodeIdSchema,
  cap: z.int().min(1).max(10_000).optional(),
});
export type Edge = z.infer<typeof edgeSchema>;
