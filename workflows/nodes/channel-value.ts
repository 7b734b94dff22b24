import type { ChannelType } from "@/workflows/graph/channel";

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

function found(value: unknown): string {
  if (typeof value === "string") return "a text";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return "a list";
  return value === null ? "null" : "an object";
}
