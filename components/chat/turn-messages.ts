import { z } from "zod";
import { type PlainMessage, plainMessageSchema } from "@/workflows/events/message";
import type { ChatTurn } from "./chat-turn";

const messageList = z.array(plainMessageSchema);

/**
 * What was said in a turn by both sides. Until its first step is stored, what the person said is read from what was
 * sent.
 */
export function messagesIn(
  turn: Pick<ChatTurn, "messages" | "input">,
  channel: string | null,
): PlainMessage[] {
  const stored = turn.messages.filter(
    ({ role, content }) => role === "user" || (role === "assistant" && content),
  );
  const isAsked = stored.some(({ role }) => role === "user");
  return isAsked || channel === null ? stored : [...sent(turn.input[channel]), ...stored];
}

function sent(input: unknown): PlainMessage[] {
  if (typeof input === "string") return [{ role: "user", content: input }];
  const list = messageList.safeParse(input);
  return list.success ? list.data.filter(({ role }) => role === "user") : [];
}
