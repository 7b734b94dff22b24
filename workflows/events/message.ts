import { z } from "zod";
import { jsonSchema } from "@/workflows/graph/json";

/** A chat message as plain data: what events, the API and screens carry, never LangChain's serialised form. */
export const plainMessageSchema = z.object({
  id: z.string().optional(),
  role: z.enum(["system", "user", "assistant", "tool"]),
  content: z.string(),
  toolCalls: z.array(z.object({ id: z.string(), name: z.string(), args: jsonSchema })).optional(),
  toolCallId: z.string().optional(),
  name: z.string().optional(),
});
export type PlainMessage = z.infer<typeof plainMessageSchema>;
