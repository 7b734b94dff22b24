import type { PlainMessage } from "@/workflows/events/message";

type ToolCall = NonNullable<PlainMessage["toolCalls"]>[number];

/** A message with the calls it asks for, each with the result that was given later. */
export interface PairedMessage {
  message: PlainMessage;
  calls: { call: ToolCall; result?: PlainMessage }[];
}

/** Puts results of tools to the calls that asked for them. A result that nobody asked for stays where it is. */
export function pairedCalls(messages: readonly PlainMessage[]): PairedMessage[] {
  const results = new Map<string, PlainMessage>();
  for (const message of messages) {
    if (message.role === "tool" && message.toolCallId) results.set(message.toolCallId, message);
  }
  const asked = new Set(messages.flatMap(({ toolCalls }) => toolCalls?.map(({ id }) => id) ?? []));
  return messages.flatMap((message): PairedMessage[] => {
    if (message.role === "tool" && message.toolCallId && asked.has(message.toolCallId)) return [];
    const calls = (message.toolCalls ?? []).map((call) => {
      const result = results.get(call.id);
      return { call, ...(result && { result }) };
    });
    return [{ message, calls }];
  });
}
