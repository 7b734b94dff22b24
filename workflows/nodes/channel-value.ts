import { plainMessageSchema } from "@/workflows/events/message";
import type { Channel, ChannelType, Reducer } from "@/workflows/graph/channel";

const tests: Record<ChannelType, (value: unknown) => boolean> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number" && Number.isFinite(value),
  boolean: (value) => typeof value === "boolean",
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  array: Array.isArray,
  messages: (value) => Array.isArray(value),
  any: () => true,
};

const names: Record<ChannelType, string> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  array: "a list",
  messages: "a list of messages",
  any: "any value",
};

/** Why a value does not belong in a channel of this type; `undefined` if it does. */
export function channelValueProblem(type: ChannelType, value: unknown): string | undefined {
  return tests[type](value) ? undefined : `needs ${names[type]}, got ${found(value)}`;
}

/**
 * Why a value cannot be written to a channel, whose reducer may take more or less than its type; `undefined` if it
 * can. Lists that grow take a single item as well as a list; nothing may be written to clear a channel.
 */
export function writtenValueProblem(channel: Channel, value: unknown): string | undefined {
  if (channel.type === "messages") return areMessages(value) ? undefined : messagesNeeded;
  if (channel.reducer === "append" || channel.reducer === "union") return undefined;
  if (channel.reducer === "replace" && value === null) return undefined;
  const needed = channel.type === "any" ? combined[channel.reducer] : undefined;
  return channelValueProblem(needed ?? channel.type, value);
}

export const messagesNeeded = "needs messages with a role (user, assistant, system or tool) and a content";

/** A text alone is what a person said. */
function areMessages(value: unknown): boolean {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.every((item) => typeof item === "string" || plainMessageSchema.safeParse(item).success);
}

/** What these reducers can work with even where the channel takes anything: a text would add up to no number at all. */
const combined: Partial<Record<Reducer, ChannelType>> = { add: "number", merge: "object" };

function found(value: unknown): string {
  if (typeof value === "string") return "a text";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return "a list";
  return value === null ? "null" : "an object";
}
