import type { Channels, ChannelType } from "@/workflows/graph/channel";
import { failureName } from "../failure";
import {
  anyObject,
  anything,
  listOf,
  number,
  type ObjectType,
  type Shapes,
  text,
  truth,
  type ValueType,
} from "./value-type";

const toolCall: ObjectType = {
  kind: "object",
  fields: { id: text, name: text, args: anything },
  others: "none",
};

/** A chat message as expressions see it (workflows/expressions/messages.ts). */
const message: ObjectType = {
  kind: "object",
  fields: {
    role: text,
    content: text,
    id: text,
    name: text,
    toolCalls: listOf({ ...toolCall, others: "likely" }),
    toolCallId: text,
  },
  others: "none",
};

/** What `error` holds (workflows/expressions/failure.ts). */
const failureType: ObjectType = {
  kind: "object",
  fields: { node: text, code: text, message: text },
  others: "none",
};

const types: Record<ChannelType, ValueType> = {
  string: text,
  number,
  boolean: truth,
  object: anyObject,
  array: listOf(anything),
  messages: listOf(message),
  any: anything,
};

/** What the type of a channel says of its value. */
export function typeOfChannel(type: ChannelType): ValueType {
  return types[type];
}

const known = new WeakMap<Channels, Shapes>();

/** What the channel table alone says of the names expressions may use. */
export function shapesOfChannels(channels: Channels): Shapes {
  const kept = known.get(channels);
  if (kept) return kept;
  const entries = Object.entries(channels).map(([name, { type }]) => [name, types[type]] as const);
  // A channel of the same name takes the failure's place.
  const shapes = { [failureName]: failureType, ...Object.fromEntries(entries) };
  known.set(channels, shapes);
  return shapes;
}
