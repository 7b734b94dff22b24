import type { Channel, ChannelType } from "@/workflows/graph/channel";

/** Lists that grow take single items too, and a conversation takes a message in any of its forms. */
export function accepts(channel: Pick<Channel, "type" | "reducer">, written: ChannelType): boolean {
  if (channel.type === "any" || written === "any" || channel.type === written) return true;
  if (channel.type === "array") return written === "messages" || growing.has(channel.reducer);
  if (channel.type === "messages") return written !== "number" && written !== "boolean";
  return false;
}

const growing = new Set(["append", "union"]);

/** How a message names what a channel holds. */
export const words: Record<ChannelType, string> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  array: "a list",
  messages: "messages",
  any: "any value",
};
