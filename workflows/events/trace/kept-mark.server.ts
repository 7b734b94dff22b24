import type { BaseMessage } from "@langchain/core/messages";
import { z } from "zod";
import { usageSchema } from "../usage";

/** On the response metadata of an answer that was kept from an earlier call. */
export const keptMarkKey = "signalbox_kept";

const keptMarkSchema = z.object({
  match: z.enum(["exact", "semantic"]),
  ageMs: z.number().min(0),
  /** How alike the two questions are, where they are not the same. */
  likeness: z.number().optional(),
  /** What the earlier call used. */
  usage: usageSchema.nullable(),
});
export type KeptMark = z.infer<typeof keptMarkSchema>;

/** Whether an answer was kept from an earlier call, and what is known of that. */
export function keptMarkOf(message: BaseMessage): KeptMark | undefined {
  const metadata: Record<string, unknown> = message.response_metadata ?? {};
  return keptMarkSchema.safeParse(metadata[keptMarkKey]).data;
}
