import { z } from "zod";
import { type PlainMessage, plainMessageSchema } from "@/workflows/events/message";
import type { Json } from "@/workflows/graph/json";

/** What was said in a conversation, without what happened in between: instructions, tool calls and their results. */
export function said(messages: readonly PlainMessage[]): PlainMessage[] {
  return messages
    .filter(({ role, content }) => (role === "user" || role === "assistant") && content !== "")
    .map(({ id, role, content }) => (id === undefined ? { role, content } : { id, role, content }));
}

const messageList = z.array(plainMessageSchema).min(1);

/** A run's output for a chat: lists of messages in it say what was said, the rest is what the agent gives out. */
export function shownOutput(output: Json): Json {
  const messages = messageList.safeParse(output);
  if (messages.success) return said(messages.data).map((message) => ({ ...message }));
  if (typeof output !== "object" || output === null || Array.isArray(output)) return output;
  return Object.fromEntries(Object.entries(output).map(([name, value]) => [name, shownOutput(value)]));
}
