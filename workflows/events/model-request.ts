import { z } from "zod";
import { jsonObjectSchema } from "@/workflows/graph/json";

/** A tool as a model was told of it. */
export const toldToolSchema = z.object({
  name: z.string(),
  description: z.string().optional(),
  /** JSON schema of its arguments. */
  parameters: jsonObjectSchema.optional(),
});
export type ToldTool = z.infer<typeof toldToolSchema>;

/** What a model was asked with beside the messages: settings by the provider's names, without any secret. */
export const modelRequestSchema = z.object({
  settings: jsonObjectSchema,
  tools: z.array(toldToolSchema).optional(),
});
export type ModelRequest = z.infer<typeof modelRequestSchema>;

/** Micro-dollars per million tokens, as they were when the call was made. */
export const priceUsedSchema = z.object({
  input: z.int().min(0),
  output: z.int().min(0),
  cachedInput: z.int().min(0).optional(),
});
export type PriceUsed = z.infer<typeof priceUsedSchema>;
