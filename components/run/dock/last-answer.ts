import { z } from "zod";
import { plainMessageSchema } from "@/workflows/events/message";
import type { Json } from "@/workflows/graph/json";

/** Text of the assistant's last message in a run's output; null where the output holds none. */
export function lastAnswer(output: Json | undefined, channel: string): string | null {
  const parsed = z.object({ [channel]: z.array(plainMessageSchema) }).safeParse(output);
  const message = parsed.data?.[channel]?.findLast(
    (each) => each.role === "assistant" && each.content !== "",
  );
  return message?.content ?? null;
}
