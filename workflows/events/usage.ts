import { z } from "zod";

/**
 * Tokens of one model call as the provider reported them. `cached` (read from its cache) and `cacheWrites` (put into
 * it, which some charge extra) are parts of `input`; events from before they were kept read as 0.
 */
export const usageSchema = z.object({
  input: z.int().min(0),
  output: z.int().min(0),
  cached: z.int().min(0).default(0),
  cacheWrites: z.int().min(0).default(0),
  reasoning: z.int().min(0).default(0),
});
export type Usage = z.infer<typeof usageSchema>;
