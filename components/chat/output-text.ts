import type { Json, JsonObject } from "@/workflows/graph/json";
import type { ChatTurn } from "./chat-turn";

/** The output as text, if it is nothing but one text. */
export function textOf(output: Json): string | null {
  if (typeof output === "string") return output;
  if (!isJsonObject(output)) return null;
  const [only, another] = Object.values(output);
  return typeof only === "string" && another === undefined ? only : null;
}

/**
 * What a turn gave out beside what was said; null: nothing. An agent that takes messages and answers in another
 * channel would be silent without it.
 * @param messagesChannel where the agent takes messages, if it does
 */
export function outputOf(
  { status, output, messages }: Pick<ChatTurn, "status" | "output" | "messages">,
  messagesChannel: string | null,
): Json | null {
  if (status !== "success" || messagesChannel === null) return status === "success" ? output : null;
  if (messages.some(({ role, content }) => role === "assistant" && content) || !isJsonObject(output)) {
    return null;
  }
  const rest = Object.entries(output).filter(([channel]) => channel !== messagesChannel);
  return rest.length > 0 ? Object.fromEntries(rest) : null;
}

/** The output as it goes to the clipboard. */
export function copyOf(output: Json | null): string {
  if (output === null) return "";
  return textOf(output) ?? JSON.stringify(output, null, 2);
}

export function isJsonObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
